--liquibase formatted sql logicalFilePath:products/003-add-figures.sql
--changeset products:003-add-figures
alter table products.lending_regulation
    add column smallest_loan       bigint not null default 1000000 check (smallest_loan >= 0),
    add column second_on_site      boolean not null default true,
    add column bad_debt_check_days int not null default 30 check (bad_debt_check_days between 1 and 366),
    add column debt_rules          text not null default 'MICROFINANCE' check (debt_rules in ('MICROFINANCE', 'BANK'));
comment on column products.lending_regulation.smallest_loan is 'No application asks for less, dong; 0 where the regulation knows no such limit';
comment on column products.lending_regulation.second_on_site is 'Whether an appraisal needs a second person on the visit';
comment on column products.lending_regulation.bad_debt_check_days is 'How many days old the check for bad debt may be at the first disbursement';
comment on column products.lending_regulation.debt_rules is 'Which set of rules groups the debts: microfinance institutions (10/30/90/180 days) or banks (10/91/181/361)';
--rollback alter table products.lending_regulation drop column smallest_loan, drop column second_on_site, drop column bad_debt_check_days, drop column debt_rules;
