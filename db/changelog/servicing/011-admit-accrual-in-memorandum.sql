--liquibase formatted sql logicalFilePath:servicing/011-admit-accrual-in-memorandum.sql
--changeset servicing:011-admit-accrual-in-memorandum
alter table servicing.accrual alter column entry_id drop not null;
comment on column servicing.accrual.entry_id is 'Empty where the interest was noted in memorandum alone';
create index accrual_amount on servicing.accrual (loan_id) include (amount);
--rollback drop index servicing.accrual_amount; alter table servicing.accrual alter column entry_id set not null;
