--liquibase formatted sql logicalFilePath:calendar/002-create-catch-up.sql
--changeset calendar:002-create-catch-up
create sequence calendar.catch_up_seq increment by 50;
create table calendar.catch_up (
    id          bigint primary key,
    fund_id     bigint not null references access.fund,
    from_day    date not null,
    through_day date not null check (through_day >= from_day),
    asked_by    bigint not null references access.person,
    asked_at    timestamptz not null default clock_timestamp(),
    state       text not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'FAILED')),
    holder      text,
    lease_until timestamptz,
    ended_at    timestamptz,
    check ((state = 'RUNNING') = (ended_at is null))
);
create unique index catch_up_one_at_a_time on calendar.catch_up (fund_id) where state = 'RUNNING';
comment on table calendar.catch_up is 'Days to be closed in the background, one at a time a fund. Who works on it holds a lease; when that runs out, after a crash say, the next to start goes on at the open day';
--rollback drop table calendar.catch_up; drop sequence calendar.catch_up_seq;
