--liquibase formatted sql logicalFilePath:ledger/020-name-every-posting.sql
--changeset ledger:020-name-every-posting splitStatements:false
-- Capital given back, accumulation capitalised, deposits, bank lines, orders and the cash count had named their accounts
-- in the program; no entry used these templates' old lines, so that they are put right where they stand. What is kept in
-- memorandum is named here too: a debit is an increase.
alter table ledger.posting_template_line disable trigger posting_template_line_append_only;
delete from ledger.posting_template_line line using ledger.posting_template template
 where template.id = line.template_id and line.part = 'source' and template.key in ('capital.in', 'capital.out');
update ledger.posting_template_line line set line_number = 3 from ledger.posting_template template
 where template.id = line.template_id and template.key = 'capital.out' and line.part = 'money';
update ledger.posting_template_line line set choices = array['4211', '414', '418', '4118'], dimensions = array['CAPITAL_SOURCE']
  from ledger.posting_template template
 where template.id = line.template_id and template.key = 'capital.capitalised' and line.part = 'from';
update ledger.posting_template_line line set account = case part when 'found' then '3381' else '1381' end
  from ledger.posting_template template
 where template.id = line.template_id and template.key in ('cash.surplus', 'cash.shortage') and line.part in ('found', 'missing')
   and line.account in ('711', '1388');
alter table ledger.posting_template_line enable trigger posting_template_line_append_only;
with line(key, number, part, side, account, choices, dimensions) as (values
    ('capital.in', 2, 'owner', 'CREDIT', '4111', null, 'CAPITAL_SOURCE'),
    ('capital.in', 3, 'other', 'CREDIT', '4118', null, 'CAPITAL_SOURCE'),
    ('capital.out', 1, 'owner', 'DEBIT', '4111', null, 'CAPITAL_SOURCE'),
    ('capital.out', 2, 'other', 'DEBIT', '4118', null, 'CAPITAL_SOURCE'),
    ('deposit.returned', 3, 'income', 'CREDIT', '515', null, ''),
    ('deposit.renewed', 1, 'deposit', 'DEBIT', '1281', null, ''),
    ('deposit.renewed', 2, 'income', 'CREDIT', '515', null, ''),
    ('bank.due', 1, 'expense', 'DEBIT', '6425', null, ''),
    ('bank.due', 2, 'money', 'CREDIT', '112', null, ''),
    ('bank.financial-fee', 1, 'expense', 'DEBIT', '635', null, ''),
    ('bank.financial-fee', 2, 'money', 'CREDIT', '112', null, ''),
    ('other.in', 1, 'money', 'DEBIT', null, '112,111', ''),
    ('other.in', 2, 'against', 'CREDIT', null, null, ''),
    ('other.out', 1, 'against', 'DEBIT', null, null, ''),
    ('other.out', 2, 'money', 'CREDIT', null, '112,111', ''),
    ('memorandum.uncollected', 1, 'interest', 'DEBIT', '941', null, 'LOAN'),
    ('memorandum.charged-off', 1, 'principal', 'DEBIT', '9711', null, 'LOAN'),
    ('memorandum.charged-off', 2, 'interest', 'DEBIT', '9712', null, 'LOAN'),
    ('memorandum.charged-off', 3, 'overdue-interest', 'DEBIT', '9713', null, 'LOAN'),
    ('memorandum.charged-off', 4, 'late-interest', 'DEBIT', '9714', null, 'LOAN')
), made as (
    insert into ledger.posting_template (id, fund_id, key, valid_from)
    select nextval('ledger.posting_template_seq'), 1, key, date '1900-01-01' from (select distinct key from line) as kinds
    where key not in ('capital.in', 'capital.out', 'deposit.returned')
    returning id, key
), template as (
    select id, key from made union all
    select id, key from ledger.posting_template where key in ('capital.in', 'capital.out', 'deposit.returned')
)
insert into ledger.posting_template_line (template_id, line_number, part, side, account, choices, dimensions)
select template.id, line.number, line.part, line.side, line.account, string_to_array(line.choices, ','),
       string_to_array(line.dimensions, ',')
from line join template using (key);

-- For reading: on which accounts the facts of that part stand, whichever version posted them.
create function ledger.accounts(bigint, text, text) returns text[] language sql stable as $$
    select coalesce(array_agg(distinct named.account), '{}')
    from ledger.posting_template t join ledger.posting_template_line l on l.template_id = t.id
    cross join lateral unnest(coalesce(l.choices, array[l.account])) as named(account)
    where t.fund_id = $1 and t.key = $2 and l.part = $3 and named.account is not null
$$;
comment on function ledger.accounts(bigint, text, text) is 'The accounts that a part of a posting template names in any version: fund, key, part';
--rollback drop function ledger.accounts(bigint, text, text);
