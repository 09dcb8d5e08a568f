--liquibase formatted sql logicalFilePath:servicing/040-name-bank-account.sql
--changeset servicing:040-name-bank-account
alter table servicing.proposal add column bank_account_id bigint references vouchers.bank_account;
comment on column servicing.proposal.bank_account_id is 'The account of the fund on which a receipt came; empty for the usual one';
--rollback alter table servicing.proposal drop column bank_account_id;
