--liquibase formatted sql logicalFilePath:ledger/001-create-account.sql
--changeset ledger:001-create-account
create schema ledger;

create table ledger.account (
    fund_id     bigint not null references access.fund,
    code        text not null check (code ~ '^[0-9]{3,6}$'),
    name_vi     text not null,
    name_en     text not null,
    kind        text not null check (kind in ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE', 'RESULT')),
    normal_side text not null check (normal_side in ('DEBIT', 'CREDIT')),
    parent      text check (code like parent || '_%'),
    leaf        boolean not null,
    needs       text check (needs in ('LOAN', 'CAPITAL_SOURCE')),
    valid_from  date not null,
    valid_to    date check (valid_to >= valid_from),
    primary key (fund_id, code),
    foreign key (fund_id, parent) references ledger.account (fund_id, code),
    check (leaf or needs is null)
);
comment on table ledger.account is 'The chart of accounts; entries are posted on leaf accounts, a sub-account''s code begins with its parent''s';
comment on column ledger.account.needs is 'The dimension that every posting on this account must name';

create table ledger.memorandum_account (
    fund_id    bigint not null references access.fund,
    code       text not null check (code ~ '^[0-9]{3,6}$'),
    name_vi    text not null,
    name_en    text not null,
    valid_from date not null,
    valid_to   date check (valid_to >= valid_from),
    primary key (fund_id, code)
);
comment on table ledger.memorandum_account is 'What is kept in view outside the balance sheet (ngoại bảng); single-sided';
--rollback drop schema ledger cascade;
