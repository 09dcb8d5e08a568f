--liquibase formatted sql logicalFilePath:ledger/011-widen-dimensions.sql
--changeset ledger:011-widen-dimensions
alter table ledger.posting
    add column term_class text check (term_class in ('SHORT', 'MEDIUM', 'LONG')),
    add column debt_group smallint check (debt_group between 1 and 5);
comment on column ledger.posting.term_class is 'Of the loan: up to 12 months, up to 60, longer';
comment on column ledger.posting.debt_group is 'The loan''s official group when it was posted; never rewritten';
--rollback alter table ledger.posting drop column term_class, drop column debt_group;
