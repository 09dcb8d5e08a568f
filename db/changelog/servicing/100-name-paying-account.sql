--liquibase formatted sql logicalFilePath:servicing/100-name-paying-account.sql
--changeset servicing:100-name-paying-account
alter table servicing.disbursement add column bank_account_id bigint references vouchers.bank_account;
comment on column servicing.disbursement.bank_account_id is 'The account of the fund from which it is paid; empty for the usual one and in cash';
--rollback alter table servicing.disbursement drop column bank_account_id;
