--liquibase formatted sql logicalFilePath:ledger/010-create-posting-template.sql
--changeset ledger:010-create-posting-template
create sequence ledger.posting_template_seq increment by 50;
create table ledger.posting_template (
    id           bigint primary key,
    fund_id      bigint not null references access.fund,
    key          text not null check (key ~ '^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$'),
    valid_from   date not null,
    confirmed_by bigint references access.person,
    recorded_at  timestamptz not null default clock_timestamp(),
    unique (fund_id, key, valid_from)
);
comment on table ledger.posting_template is 'How a kind of business fact becomes an entry, in versions: the one with the latest first day on or before the value date holds. Only ever added';

create table ledger.posting_template_line (
    template_id bigint not null references ledger.posting_template,
    line_number smallint not null check (line_number >= 1),
    part        text not null check (part ~ '^[a-z]+(-[a-z]+)*$'),
    side        text not null check (side in ('DEBIT', 'CREDIT')),
    account     text,
    choices     text[],
    dimensions  text[] not null default '{}',
    primary key (template_id, line_number),
    unique (template_id, part),
    check (account is null or choices is null)
);
comment on table ledger.posting_template_line is 'One part of such an entry: its side and its account; a part below zero stands on the other side';
comment on column ledger.posting_template_line.account is 'Empty where the fact itself chooses: one of the choices, or any account where there are none';
comment on column ledger.posting_template_line.dimensions is 'What the line names beside its account';

with line(key, number, part, side, account, choices, dimensions) as (values
    ('loan.disbursement', 1, 'principal', 'DEBIT', '1283', null, 'LOAN'),
    ('loan.disbursement', 2, 'money', 'CREDIT', null, '112,111', 'LOAN'),
    ('loan.accrual', 1, 'receivable', 'DEBIT', '1388', null, 'LOAN'),
    ('loan.accrual', 2, 'income', 'CREDIT', '515', null, 'LOAN'),
    ('loan.accrual', 3, 'recovery', 'CREDIT', '711', null, 'LOAN'),
    ('loan.receipt', 1, 'money', 'DEBIT', null, '112,111,33882', 'LOAN'),
    ('loan.receipt', 2, 'principal', 'CREDIT', '1283', null, 'LOAN'),
    ('loan.receipt', 3, 'receivable', 'CREDIT', '1388', null, 'LOAN'),
    ('loan.receipt', 4, 'income', 'CREDIT', '515', null, 'LOAN'),
    ('loan.receipt', 5, 'credit', 'CREDIT', '33881', null, 'LOAN'),
    ('loan.receipt', 6, 'recovery', 'CREDIT', '711', null, 'LOAN'),
    ('loan.reallocation', 1, 'credit', 'DEBIT', '33881', null, 'LOAN'),
    ('loan.reallocation', 2, 'principal', 'CREDIT', '1283', null, 'LOAN'),
    ('loan.reallocation', 3, 'receivable', 'CREDIT', '1388', null, 'LOAN'),
    ('loan.reallocation', 4, 'income', 'CREDIT', '515', null, 'LOAN'),
    ('loan.reallocation', 5, 'recovery', 'CREDIT', '711', null, 'LOAN'),
    ('loan.non-accrual', 1, 'income', 'DEBIT', '515', null, 'LOAN'),
    ('loan.non-accrual', 2, 'expense', 'DEBIT', '635', null, 'LOAN'),
    ('loan.non-accrual', 3, 'receivable', 'CREDIT', '1388', null, 'LOAN'),
    ('loan.charge-off', 1, 'specific', 'DEBIT', '2293', null, 'LOAN'),
    ('loan.charge-off', 2, 'general', 'DEBIT', '2293', null, 'LOAN'),
    ('loan.charge-off', 3, 'shortfall', 'DEBIT', '6426', null, 'LOAN'),
    ('loan.charge-off', 4, 'principal', 'CREDIT', '1283', null, 'LOAN'),
    ('loan.taken-on', 1, 'principal', 'DEBIT', '1283', null, 'LOAN'),
    ('loan.taken-on', 2, 'receivable', 'DEBIT', '1388', null, 'LOAN'),
    ('loan.taken-on', 3, 'against', 'CREDIT', null, null, 'LOAN,CAPITAL_SOURCE'),
    ('loan.refund', 1, 'credit', 'DEBIT', '33881', null, 'LOAN'),
    ('loan.refund', 2, 'money', 'CREDIT', null, '112,111', 'LOAN'),
    ('loan.waiver', 1, 'expense', 'DEBIT', '635', null, 'LOAN'),
    ('loan.waiver', 2, 'receivable', 'CREDIT', '1388', null, 'LOAN'),
    ('loan.waiver', 3, 'recovery', 'CREDIT', '711', null, 'LOAN'),
    ('loan.returned-disbursement', 1, 'money', 'DEBIT', null, '112,111', 'LOAN'),
    ('loan.returned-disbursement', 2, 'principal', 'CREDIT', '1283', null, 'LOAN'),
    ('provision.addition', 1, 'expense', 'DEBIT', '6426', null, ''),
    ('provision.addition', 2, 'specific', 'CREDIT', '2293', null, ''),
    ('provision.addition', 3, 'general', 'CREDIT', '2293', null, ''),
    ('provision.release', 1, 'specific', 'DEBIT', '2293', null, ''),
    ('provision.release', 2, 'general', 'DEBIT', '2293', null, ''),
    ('provision.release', 3, 'expense', 'CREDIT', '6426', null, ''),
    ('capital.in', 1, 'money', 'DEBIT', null, '112,111', ''),
    ('capital.in', 2, 'source', 'CREDIT', null, '4111,4118', 'CAPITAL_SOURCE'),
    ('capital.out', 1, 'source', 'DEBIT', null, '4111,4118', 'CAPITAL_SOURCE'),
    ('capital.out', 2, 'money', 'CREDIT', null, '112,111', ''),
    ('capital.capitalised', 1, 'from', 'DEBIT', null, '4211,414,418', ''),
    ('capital.capitalised', 2, 'source', 'CREDIT', null, '4111,4118', 'CAPITAL_SOURCE'),
    ('entrusted.in', 1, 'money', 'DEBIT', null, '112,111', ''),
    ('entrusted.in', 2, 'source', 'CREDIT', '341', null, 'CAPITAL_SOURCE'),
    ('entrusted.out', 1, 'source', 'DEBIT', '341', null, 'CAPITAL_SOURCE'),
    ('entrusted.out', 2, 'money', 'CREDIT', null, '112,111', ''),
    ('deposit.placed', 1, 'deposit', 'DEBIT', '1281', null, ''),
    ('deposit.placed', 2, 'money', 'CREDIT', null, '112,111', ''),
    ('deposit.returned', 1, 'money', 'DEBIT', null, '112,111', ''),
    ('deposit.returned', 2, 'deposit', 'CREDIT', '1281', null, ''),
    ('deposit.interest', 1, 'money', 'DEBIT', null, '112,111,1388', ''),
    ('deposit.interest', 2, 'income', 'CREDIT', '515', null, ''),
    ('bank.fee', 1, 'expense', 'DEBIT', '6427', null, ''),
    ('bank.fee', 2, 'money', 'CREDIT', '112', null, ''),
    ('bank.interest', 1, 'money', 'DEBIT', '112', null, ''),
    ('bank.interest', 2, 'income', 'CREDIT', '515', null, ''),
    ('transit.out', 1, 'transit', 'DEBIT', '113', null, ''),
    ('transit.out', 2, 'money', 'CREDIT', null, '111,112', ''),
    ('transit.in', 1, 'money', 'DEBIT', null, '112,111', ''),
    ('transit.in', 2, 'transit', 'CREDIT', '113', null, ''),
    ('cash.banked', 1, 'bank', 'DEBIT', '112', null, ''),
    ('cash.banked', 2, 'cash', 'CREDIT', '111', null, ''),
    ('cash.drawn', 1, 'cash', 'DEBIT', '111', null, ''),
    ('cash.drawn', 2, 'bank', 'CREDIT', '112', null, ''),
    ('cash.surplus', 1, 'cash', 'DEBIT', '111', null, ''),
    ('cash.surplus', 2, 'found', 'CREDIT', '711', null, ''),
    ('cash.shortage', 1, 'missing', 'DEBIT', '1388', null, ''),
    ('cash.shortage', 2, 'cash', 'CREDIT', '111', null, ''),
    ('unknown.in', 1, 'money', 'DEBIT', null, '112,111', ''),
    ('unknown.in', 2, 'unknown', 'CREDIT', '33882', null, ''),
    ('unknown.matched', 1, 'unknown', 'DEBIT', '33882', null, ''),
    ('unknown.matched', 2, 'settled', 'CREDIT', null, null, ''),
    ('unknown.returned', 1, 'unknown', 'DEBIT', '33882', null, ''),
    ('unknown.returned', 2, 'money', 'CREDIT', null, '112,111', ''),
    ('year.income', 1, 'income', 'DEBIT', null, null, ''),
    ('year.income', 2, 'result', 'CREDIT', '911', null, ''),
    ('year.expense', 1, 'result', 'DEBIT', '911', null, ''),
    ('year.expense', 2, 'expense', 'CREDIT', null, null, ''),
    ('year.result', 1, 'result', 'DEBIT', '911', null, ''),
    ('year.result', 2, 'undistributed', 'CREDIT', '4212', null, ''),
    ('year.carry', 1, 'this-year', 'DEBIT', '4212', null, ''),
    ('year.carry', 2, 'earlier-years', 'CREDIT', '4211', null, '')
), made as (
    insert into ledger.posting_template (id, fund_id, key, valid_from)
    select nextval('ledger.posting_template_seq'), 1, key, date '1900-01-01' from (select distinct key from line) as kinds
    returning id, key
)
insert into ledger.posting_template_line (template_id, line_number, part, side, account, choices, dimensions)
select made.id, line.number, line.part, line.side, line.account, string_to_array(line.choices, ','),
       string_to_array(line.dimensions, ',')
from line join made using (key);
--rollback drop table ledger.posting_template_line; drop table ledger.posting_template; drop sequence ledger.posting_template_seq;
