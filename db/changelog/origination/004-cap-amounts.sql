--liquibase formatted sql logicalFilePath:origination/004-cap-amounts.sql
--changeset origination:004-cap-amounts
alter table origination.application
    add constraint application_amounts_conceivable check (greatest(total_cost, own_capital, amount, security_value,
        yearly_income, yearly_cost) <= 1000000000000000) not valid;
alter table origination.appraisal
    add constraint appraisal_amounts_conceivable check (greatest(collateral_value, proposed_amount) <= 1000000000000000) not valid,
    add constraint appraisal_no_lending_in_bad_debt check (not (bad_debt_found and proposes_lending)) not valid;
comment on constraint appraisal_no_lending_in_bad_debt on origination.appraisal is 'Decree 45/2021/ND-CP art. 22: no bad debt at a credit institution';
--rollback alter table origination.application drop constraint application_amounts_conceivable; alter table origination.appraisal drop constraint appraisal_amounts_conceivable, drop constraint appraisal_no_lending_in_bad_debt;
