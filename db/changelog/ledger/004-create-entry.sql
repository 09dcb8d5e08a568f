--liquibase formatted sql logicalFilePath:ledger/004-create-entry.sql
--changeset ledger:004-create-entry splitStatements:false
create sequence ledger.entry_seq increment by 50;

create table ledger.posted_fact (
    fund_id     bigint not null references access.fund,
    source_fact text not null check (source_fact <> ''),
    entry_id    bigint not null unique,
    booked_on   date not null,
    reverses    bigint unique references ledger.posted_fact (entry_id),
    primary key (fund_id, source_fact),
    unique (entry_id, booked_on, fund_id, source_fact)
);
comment on table ledger.posted_fact is 'Which business fact became which entry: one fact posts once, one entry is taken back once. Apart from the entries, so that those can be partitioned by year';

create table ledger.entry (
    id          bigint not null,
    booked_on   date not null check (booked_on between date '1900-01-01' and date '2199-12-31'),
    fund_id     bigint not null,
    value_date  date not null check (value_date <= booked_on),
    recorded_at timestamptz not null,
    text        text not null check (text <> ''),
    source_fact text not null,
    line_count  smallint not null check (line_count >= 2),
    amount      bigint not null check (amount > 0),
    made_by     bigint references access.person,
    checked_by  bigint references access.person,
    primary key (id, booked_on),
    foreign key (id, booked_on, fund_id, source_fact)
        references ledger.posted_fact (entry_id, booked_on, fund_id, source_fact),
    constraint entry_second_person check (made_by <> checked_by)
);
create index entry_by_day on ledger.entry (fund_id, booked_on, id);
comment on table ledger.entry is 'Journal entries, only ever added; the key holds the booking day so that years can be partitions';
comment on column ledger.entry.value_date is 'When it happened';
comment on column ledger.entry.booked_on is 'The day in the books: the value date, or the first open day after it';
comment on column ledger.entry.recorded_at is 'When it was learned, by the wall clock; set by the database';
comment on column ledger.entry.line_count is 'How many lines it has; stated with the entry, so that none can join later';
comment on column ledger.entry.amount is 'The sum of its debits, which is the sum of its credits, in đồng';
comment on column ledger.entry.made_by is 'Who made it; empty for the program itself';

alter table ledger.posted_fact add constraint posted_fact_has_entry foreign key (entry_id, booked_on)
    references ledger.entry (id, booked_on) deferrable initially deferred;

create table ledger.posting (
    entry_id          bigint not null,
    booked_on         date not null,
    line_number       smallint not null check (line_number >= 1),
    fund_id           bigint not null,
    account           text not null,
    debit             bigint not null default 0 check (debit >= 0),
    credit            bigint not null default 0 check (credit >= 0),
    loan_id           bigint,
    borrower_id       bigint,
    capital_source_id bigint,
    primary key (entry_id, booked_on, line_number),
    foreign key (entry_id, booked_on) references ledger.entry (id, booked_on),
    foreign key (fund_id, account) references ledger.account (fund_id, code),
    constraint posting_one_side check ((debit > 0) <> (credit > 0))
);
create index posting_by_account on ledger.posting (fund_id, account, booked_on) include (debit, credit);
create index posting_by_loan on ledger.posting (loan_id, account) where loan_id is not null;
comment on table ledger.posting is 'Lines of entries: one account, one side, whole đồng, and whom or what it concerns';

-- An entry comes into an open month only. The row of the month is locked in share mode: whoever closes it waits.
create function ledger.admit_entry() returns trigger language plpgsql as $$
declare
    first_day date := date_trunc('month', new.booked_on::timestamp);
    found_state text;
begin
    select state into found_state from ledger.period where fund_id = new.fund_id and month = first_day for share;
    if not found then
        insert into ledger.period (fund_id, month) values (new.fund_id, first_day) on conflict do nothing;
        select state into found_state from ledger.period where fund_id = new.fund_id and month = first_day for share;
    end if;
    if found_state = 'CLOSED' then
        raise exception 'the month of % is closed', new.booked_on
            using errcode = '23514', constraint = 'entry_in_open_period';
    end if;
    new.recorded_at := clock_timestamp();
    return new;
end $$;
create trigger entry_admitted before insert on ledger.entry
    for each row execute function ledger.admit_entry();

-- A line belongs to the number of lines its entry was stated with: an entry that is complete takes no more.
create function ledger.admit_posting() returns trigger language plpgsql as $$
declare
    lines smallint;
    chart ledger.account;
begin
    select fund_id, line_count into new.fund_id, lines
      from ledger.entry where id = new.entry_id and booked_on = new.booked_on;
    if new.line_number > lines then
        raise exception 'entry % is complete with % lines', new.entry_id, lines
            using errcode = '23514', constraint = 'posting_within_entry';
    end if;
    select * into chart from ledger.account where fund_id = new.fund_id and code = new.account;
    if not chart.leaf or new.booked_on < chart.valid_from or new.booked_on > chart.valid_to then
        raise exception 'account % takes no postings on %', new.account, new.booked_on
            using errcode = '23514', constraint = 'posting_on_leaf';
    end if;
    if chart.needs = 'LOAN' and new.loan_id is null
            or chart.needs = 'CAPITAL_SOURCE' and new.capital_source_id is null then
        raise exception 'account % needs the dimension %', new.account, chart.needs
            using errcode = '23514', constraint = 'posting_dimension';
    end if;
    return new;
end $$;
create trigger posting_admitted before insert on ledger.posting
    for each row execute function ledger.admit_posting();

-- At the commit the lines are all there and both sides are what the entry says.
create function ledger.check_entry_balance() returns trigger language plpgsql as $$
declare
    lines bigint;
    debits numeric;
    credits numeric;
begin
    select count(*), coalesce(sum(debit), 0), coalesce(sum(credit), 0) into lines, debits, credits
      from ledger.posting where entry_id = new.id and booked_on = new.booked_on;
    if lines <> new.line_count or debits <> new.amount or credits <> new.amount then
        raise exception 'entry % of % lines over % has % lines, debit %, credit %',
            new.id, new.line_count, new.amount, lines, debits, credits
            using errcode = '23514', constraint = 'entry_balanced';
    end if;
    return null;
end $$;
create constraint trigger entry_balanced after insert on ledger.entry deferrable initially deferred
    for each row execute function ledger.check_entry_balance();
--rollback drop table ledger.posting; alter table ledger.posted_fact drop constraint posted_fact_has_entry; drop table ledger.entry; drop table ledger.posted_fact; drop sequence ledger.entry_seq; drop function ledger.admit_entry(); drop function ledger.admit_posting(); drop function ledger.check_entry_balance();
