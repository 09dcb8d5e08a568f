--liquibase formatted sql logicalFilePath:treasury/001-create-bank-account.sql
--changeset treasury:001-create-bank-account
create schema treasury;

create table treasury.bank_account (
    id             bigint generated always as identity primary key,
    fund_id        bigint not null references access.fund,
    bank_name      text not null check (bank_name <> ''),
    number         text not null check (number <> ''),
    ledger_account text not null,
    unique (fund_id, number),
    unique (fund_id, ledger_account),
    foreign key (fund_id, ledger_account) references ledger.account (fund_id, code)
);
comment on table treasury.bank_account is 'Accounts of the fund at banks, each with the leaf account of the books that it has for itself: that is what makes a reconciliation possible';

insert into treasury.bank_account (fund_id, bank_name, number, ledger_account)
select id, bank_name, bank_account, '112' from access.fund where bank_name is not null and bank_account is not null;

create table treasury.column_mapping (
    id               bigint generated always as identity primary key,
    bank_account_id  bigint not null references treasury.bank_account,
    name             text not null check (name <> ''),
    header_row       int not null check (header_row between 1 and 1000),
    date_column      text not null check (date_column <> ''),
    credit_column    text not null check (credit_column <> ''),
    debit_column     text not null check (debit_column <> ''),
    balance_column   text,
    content_column   text not null check (content_column <> ''),
    reference_column text,
    date_pattern     text not null,
    decimal_mark     text not null check (decimal_mark in (',', '.')),
    thousand_mark    text not null check (thousand_mark in (',', '.', ' ', '''', '')),
    encoding         text not null,
    saved_at         timestamptz not null default clock_timestamp(),
    unique (bank_account_id, name),
    constraint mapping_marks_differ check (decimal_mark <> thousand_mark)
);
comment on table treasury.column_mapping is 'How a bank writes its statements: which heading stands above which column, how it writes days and numbers. One column for both sides is a signed amount';
--rollback drop schema treasury cascade;
