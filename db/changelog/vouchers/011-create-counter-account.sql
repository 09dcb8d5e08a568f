--liquibase formatted sql logicalFilePath:vouchers/011-create-counter-account.sql
--changeset vouchers:011-create-counter-account
insert into ledger.account (fund_id, code, name_vi, name_en, kind, normal_side, parent, leaf, needs, valid_from) values
    (1, '1381', 'Tài sản thiếu chờ xử lý', 'Shortages awaiting decision', 'ASSET', 'DEBIT', '138', true, null, date '2000-01-01'),
    (1, '3381', 'Tài sản thừa chờ giải quyết', 'Surpluses awaiting decision', 'LIABILITY', 'CREDIT', '338', true, null, date '2000-01-01')
on conflict do nothing;

create table vouchers.counter_account (
    fund_id    bigint not null references access.fund,
    paper      text not null check (paper in ('RECEIPT', 'PAYMENT', 'CREDIT_ADVICE', 'DEBIT_ADVICE', 'PAYMENT_ORDER')),
    account    text not null,
    valid_from date not null,
    valid_to   date check (valid_to >= valid_from),
    primary key (fund_id, paper, account, valid_from),
    foreign key (fund_id, account) references ledger.account (fund_id, code)
);
comment on table vouchers.counter_account is 'Against which accounts the accountant may receive and pay money that is no loan''s, by voucher';
insert into vouchers.counter_account (fund_id, paper, account, valid_from)
select 1, paper, account, date '2000-01-01' from (values
    ('RECEIPT', '112'), ('RECEIPT', '141'), ('RECEIPT', '711'), ('RECEIPT', '33888'), ('RECEIPT', '1381'),
    ('CREDIT_ADVICE', '515'), ('CREDIT_ADVICE', '711'), ('CREDIT_ADVICE', '141'), ('CREDIT_ADVICE', '33888'),
    ('DEBIT_ADVICE', '6427'), ('DEBIT_ADVICE', '635'), ('DEBIT_ADVICE', '811')) as allowed(paper, account)
union all
select 1, paper, account, date '2000-01-01' from (values ('PAYMENT'), ('PAYMENT_ORDER')) as out(paper), (values
    ('141'), ('331'), ('3331'), ('3334'), ('3335'), ('334'), ('335'), ('33888'), ('3381'), ('353'),
    ('6421'), ('6422'), ('6423'), ('6425'), ('6427'), ('6428'), ('811')) as allowed(account)
union all select 1, 'PAYMENT', '112', date '2000-01-01';
--rollback drop table vouchers.counter_account; delete from ledger.account where fund_id = 1 and code in ('1381', '3381');
