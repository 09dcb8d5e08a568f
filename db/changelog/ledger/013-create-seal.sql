--liquibase formatted sql logicalFilePath:ledger/013-create-seal.sql
--changeset ledger:013-create-seal splitStatements:false
create table ledger.seal (
    fund_id   bigint not null references access.fund,
    position  bigint not null check (position >= 1),
    kind      text not null check (kind in ('ENTRY', 'MEMORANDUM')),
    entry_id  bigint not null,
    booked_on date not null,
    form      smallint not null check (form >= 1),
    hash      bytea not null check (length(hash) = 32),
    sealed_at timestamptz not null default clock_timestamp(),
    primary key (fund_id, position),
    unique (entry_id, kind)
);
comment on table ledger.seal is 'The chain over all entries, memorandum included, in the order in which they were sealed: each hash covers the one before and the entry with its lines, written in the canonical form of that number';

create table ledger.unsealed (
    fund_id   bigint not null,
    entry_id  bigint not null,
    kind      text not null,
    booked_on date not null,
    primary key (entry_id, kind)
);
comment on table ledger.unsealed is 'Entries that are posted and not yet in the chain and in the period balances; each is taken out in the transaction that brings it there';

create table ledger.period_balance (
    fund_id bigint not null,
    month   date not null check (extract(day from month) = 1),
    account text not null,
    debit   bigint not null check (debit >= 0),
    credit  bigint not null check (credit >= 0),
    primary key (fund_id, month, account),
    foreign key (fund_id, account) references ledger.account (fund_id, code)
);
comment on table ledger.period_balance is 'Turnover of each account by month, of sealed entries; together with the unsealed ones it is what the postings sum to';

create function ledger.queue_entry() returns trigger language plpgsql as $$
begin
    insert into ledger.unsealed (fund_id, entry_id, kind, booked_on) values (new.fund_id, new.id, tg_argv[0], new.booked_on);
    return null;
end $$;
create trigger entry_queued after insert on ledger.entry
    for each row execute function ledger.queue_entry('ENTRY');
create trigger memorandum_queued after insert on ledger.memorandum_entry
    for each row execute function ledger.queue_entry('MEMORANDUM');

insert into ledger.unsealed (fund_id, entry_id, kind, booked_on)
select fund_id, id, 'ENTRY', booked_on from ledger.entry
union all select fund_id, id, 'MEMORANDUM', booked_on from ledger.memorandum_entry;
--rollback drop trigger entry_queued on ledger.entry; drop trigger memorandum_queued on ledger.memorandum_entry; drop function ledger.queue_entry(); drop table ledger.period_balance; drop table ledger.unsealed; drop table ledger.seal;
