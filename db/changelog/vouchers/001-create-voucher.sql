--liquibase formatted sql logicalFilePath:vouchers/001-create-voucher.sql
--changeset vouchers:001-create-voucher splitStatements:false
create schema vouchers;
create sequence vouchers.voucher_seq increment by 50;
create table vouchers.voucher (
    id            bigint primary key,
    fund_id       bigint not null references access.fund,
    kind          text not null check (kind in ('RECEIPT', 'PAYMENT', 'CREDIT_ADVICE', 'PAYMENT_ORDER')),
    year          int not null,
    number        bigint not null check (number > 0),
    issued_on     date not null,
    entry_id      bigint not null references ledger.posted_fact (entry_id),
    amount        bigint not null check (amount > 0),
    party         text not null check (party <> ''),
    party_address text,
    party_account text,
    text          text not null check (text <> ''),
    made_by       bigint references access.person,
    recorded_at   timestamptz not null default clock_timestamp(),
    unique (fund_id, kind, year, number),
    constraint voucher_once_an_entry unique (entry_id, kind),
    check (extract(year from issued_on) = year)
);
comment on table vouchers.voucher is 'One paper for each movement of money, numbered without gaps by kind and year; only ever added';
create trigger voucher_append_only before update or delete on vouchers.voucher
    for each row execute function access.refuse_change();
create trigger voucher_keep before truncate on vouchers.voucher
    for each statement execute function access.refuse_change();
--rollback drop schema vouchers cascade;
