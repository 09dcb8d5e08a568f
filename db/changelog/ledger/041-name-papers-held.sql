--liquibase formatted sql logicalFilePath:ledger/041-name-papers-held.sql
--changeset ledger:041-name-papers-held splitStatements:false
-- papers of collateral that the fund keeps stand in memorandum; a debit is an increase
with made as (
    insert into ledger.posting_template (id, fund_id, key, valid_from)
    values (nextval('ledger.posting_template_seq'), 1, 'memorandum.papers-held', date '1900-01-01') returning id
)
insert into ledger.posting_template_line (template_id, line_number, part, side, account, choices, dimensions)
select id, 1, 'papers', 'DEBIT', '994', null, '{}' from made;
--rollback empty
