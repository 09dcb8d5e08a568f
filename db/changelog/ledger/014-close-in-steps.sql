--liquibase formatted sql logicalFilePath:ledger/014-close-in-steps.sql
--changeset ledger:014-close-in-steps splitStatements:false
alter table ledger.period
    drop constraint period_state_check,
    add constraint period_state_known check (state in ('OPEN', 'SOFT', 'CLOSED'));
comment on column ledger.period.state is 'OPEN; SOFT: only what the chief accountant makes or checks as an adjustment; CLOSED: nothing';

create sequence ledger.period_event_seq increment by 50;
create table ledger.period_event (
    id         bigint primary key,
    fund_id    bigint not null references access.fund,
    month      date not null check (extract(day from month) = 1),
    became     text not null check (became in ('OPEN', 'SOFT', 'CLOSED')),
    made_by    bigint references access.person,
    checked_by bigint references access.person,
    why        text,
    happened_at timestamptz not null default clock_timestamp(),
    constraint period_second_person check (made_by <> checked_by),
    constraint period_reopened_by_two check (became <> 'OPEN' or (checked_by is not null and coalesce(why, '') <> ''))
);
create index period_event_by_month on ledger.period_event (fund_id, month, id);
comment on table ledger.period_event is 'Who closed and reopened which month, when and why; a month is reopened by two people only';

create or replace function ledger.admit_entry() returns trigger language plpgsql as $$
declare
    first_day date := date_trunc('month', new.booked_on::timestamp);
    found_state text;
begin
    select state into found_state from ledger.period where fund_id = new.fund_id and month = first_day for share;
    if not found then
        insert into ledger.period (fund_id, month) values (new.fund_id, first_day) on conflict do nothing;
        select state into found_state from ledger.period where fund_id = new.fund_id and month = first_day for share;
    end if;
    if found_state = 'CLOSED' or found_state = 'SOFT' and not exists (
            select 1 from access.person_role r where r.role = 'CHIEF_ACCOUNTANT'
             and r.person_id in (new.made_by, (to_jsonb(new) ->> 'checked_by')::bigint)) then
        raise exception 'the month of % is closed', new.booked_on
            using errcode = '23514', constraint = 'entry_in_open_period';
    end if;
    new.recorded_at := clock_timestamp();
    return new;
end $$;

create sequence ledger.proposal_seq increment by 50;
create table ledger.proposal (
    id          bigint primary key,
    fund_id     bigint not null references access.fund,
    kind        text not null check (kind in ('MANUAL_ENTRY', 'OPENING_BALANCES', 'REOPEN_PERIOD', 'YEAR_END', 'YEAR_CARRY',
                                              'TEMPLATE', 'CHART')),
    target      text not null check (target <> ''),
    details     jsonb not null,
    why         text not null check (why <> ''),
    state       text not null default 'PENDING' check (state in ('PENDING', 'CONFIRMED', 'DECLINED')),
    proposed_by bigint not null references access.person,
    proposed_at timestamptz not null default clock_timestamp(),
    decided_by  bigint references access.person,
    decided_at  timestamptz,
    reason      text,
    constraint book_proposal_second_person check (proposed_by <> decided_by),
    constraint book_proposal_decided check ((state = 'PENDING') = (decided_at is null) and (state = 'PENDING') = (decided_by is null)),
    constraint book_proposal_reason check ((state = 'DECLINED') = (reason is not null))
);
create unique index book_proposal_waits on ledger.proposal (fund_id, kind, target)
    where state = 'PENDING' and kind <> 'MANUAL_ENTRY';
comment on table ledger.proposal is 'Acts on the books that one person proposes and another lets be; details are the act''s own, target what it concerns: a month, a year, a template';

create function ledger.keep_proposal() returns trigger language plpgsql as $$
declare
    decided text[] := array['state', 'decided_by', 'decided_at', 'reason'];
begin
    if old.state <> 'PENDING' or to_jsonb(new) - decided is distinct from to_jsonb(old) - decided then
        raise exception 'the proposal % is not edited', old.id using errcode = '23514', constraint = 'book_proposal_kept';
    end if;
    return new;
end $$;
create trigger proposal_kept before update on ledger.proposal for each row execute function ledger.keep_proposal();
--rollback drop table ledger.proposal; drop sequence ledger.proposal_seq; drop function ledger.keep_proposal(); drop table ledger.period_event; drop sequence ledger.period_event_seq; alter table ledger.period drop constraint period_state_known, add constraint period_state_check check (state in ('OPEN', 'CLOSED'));
