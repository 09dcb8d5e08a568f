--liquibase formatted sql logicalFilePath:ledger/021-book-bank-line.sql
--changeset ledger:021-book-bank-line
with line(key, number, part, side, account, choices) as (values
    ('bank.unexplained-out', 1, 'missing', 'DEBIT', '1381', null),
    ('bank.unexplained-out', 2, 'money', 'CREDIT', '112', null),
    ('bank.unexplained-back', 1, 'money', 'DEBIT', '112', null),
    ('bank.unexplained-back', 2, 'missing', 'CREDIT', '1381', null),
    ('bank.payable-in', 1, 'money', 'DEBIT', '112', null),
    ('bank.payable-in', 2, 'payable', 'CREDIT', '33888', null),
    ('bank.payable-out', 1, 'payable', 'DEBIT', '33888', null),
    ('bank.payable-out', 2, 'money', 'CREDIT', '112', null)
), made as (
    insert into ledger.posting_template (id, fund_id, key, valid_from)
    select nextval('ledger.posting_template_seq'), 1, key, date '1900-01-01' from (select distinct key from line) as kinds
    returning id, key
)
insert into ledger.posting_template_line (template_id, line_number, part, side, account, choices)
select made.id, line.number, line.part, line.side, line.account, string_to_array(line.choices, ',')
from line join made using (key);
--rollback select 1;
