--liquibase formatted sql logicalFilePath:calendar/010-propose-year.sql
--changeset calendar:010-propose-year splitStatements:false
create sequence calendar.year_proposal_seq increment by 50;
create table calendar.year_proposal (
    id          bigint primary key,
    fund_id     bigint not null references access.fund,
    year        int not null check (year between 1900 and 2199),
    paper       text not null check (paper <> ''),
    days        jsonb not null,
    state       text not null default 'PENDING' check (state in ('PENDING', 'CONFIRMED', 'DECLINED')),
    proposed_by bigint references access.person,
    proposed_at timestamptz not null default clock_timestamp(),
    decided_by  bigint references access.person,
    decided_at  timestamptz,
    reason      text,
    constraint year_second_person check (proposed_by <> decided_by),
    constraint year_decided check ((state = 'PENDING') = (decided_at is null)),
    constraint year_reason check ((state = 'DECLINED') = (reason is not null))
);
create unique index year_one_waits on calendar.year_proposal (fund_id, year) where state = 'PENDING';
comment on table calendar.year_proposal is
    'A year''s days without work and the weekend days worked in exchange, as one person proposes and another confirms them; days gone by are never touched';

create function calendar.keep_what_was_proposed() returns trigger language plpgsql as $$
declare
    decided text[] := array['state', 'decided_by', 'decided_at', 'reason'];
begin
    if old.state <> 'PENDING' or to_jsonb(new) - decided is distinct from to_jsonb(old) - decided then
        raise exception 'the calendar proposal % is not edited', old.id
            using errcode = '23514', constraint = 'year_proposal_kept';
    end if;
    return new;
end $$;
create trigger year_proposal_kept before update on calendar.year_proposal
    for each row execute function calendar.keep_what_was_proposed();
create trigger year_proposal_stays before delete on calendar.year_proposal
    for each row execute function access.refuse_change();
create trigger year_proposal_keep before truncate on calendar.year_proposal
    for each statement execute function access.refuse_change();
--rollback drop table calendar.year_proposal; drop sequence calendar.year_proposal_seq; drop function calendar.keep_what_was_proposed();
