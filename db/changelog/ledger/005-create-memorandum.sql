--liquibase formatted sql logicalFilePath:ledger/005-create-memorandum.sql
--changeset ledger:005-create-memorandum
create sequence ledger.memorandum_entry_seq increment by 50;
create table ledger.memorandum_entry (
    id          bigint primary key,
    fund_id     bigint not null,
    booked_on   date not null check (booked_on between date '1900-01-01' and date '2199-12-31'),
    value_date  date not null check (value_date <= booked_on),
    recorded_at timestamptz not null,
    account     text not null,
    increase    bigint not null default 0 check (increase >= 0),
    decrease    bigint not null default 0 check (decrease >= 0),
    loan_id     bigint,
    borrower_id bigint,
    text        text not null check (text <> ''),
    source_fact text not null check (source_fact <> ''),
    made_by     bigint references access.person,
    foreign key (fund_id, account) references ledger.memorandum_account (fund_id, code),
    constraint memorandum_one_side check ((increase > 0) <> (decrease > 0)),
    constraint memorandum_fact_once unique (fund_id, source_fact, account)
);
create index memorandum_by_account on ledger.memorandum_entry (fund_id, account, booked_on);
create index memorandum_by_loan on ledger.memorandum_entry (loan_id) where loan_id is not null;
comment on table ledger.memorandum_entry is 'Movements of memorandum accounts: single-sided, only ever added, in none of the double-entry books';
create trigger memorandum_admitted before insert on ledger.memorandum_entry
    for each row execute function ledger.admit_entry();
--rollback drop table ledger.memorandum_entry; drop sequence ledger.memorandum_entry_seq;
