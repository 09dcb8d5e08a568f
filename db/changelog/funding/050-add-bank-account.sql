--liquibase formatted sql logicalFilePath:funding/050-add-bank-account.sql
--changeset funding:050-add-bank-account
alter table funding.contribution add column bank_account_id bigint references vouchers.bank_account;
comment on column funding.contribution.bank_account_id is 'The account of the fund on which it came; empty for the usual one';
--rollback alter table funding.contribution drop column bank_account_id;
