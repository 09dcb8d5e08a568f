--liquibase formatted sql logicalFilePath:calendar/011-keep-answer.sql
--changeset calendar:011-keep-answer
create table calendar.close_answer (
    fund_id     bigint not null references access.fund,
    day         date not null,
    answer      jsonb not null,
    recorded_at timestamptz not null default now(),
    primary key (fund_id, day),
    foreign key (fund_id, day) references calendar.closed_day
);
comment on table calendar.close_answer is 'What was answered to who closed a day together with open days before it: the counts and seconds of all of them';
--rollback drop table calendar.close_answer;
