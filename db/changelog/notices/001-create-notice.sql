--liquibase formatted sql logicalFilePath:notices/001-create-notice.sql
--changeset notices:001-create-notice
create schema notices;
create table notices.notice (
    id          bigint generated always as identity primary key,
    fund_id     bigint not null,
    person_id   bigint not null references access.person,
    happened_on date not null,
    recorded_at timestamptz not null default clock_timestamp(),
    path        text not null,
    code        text not null,
    args        jsonb not null,
    read_at     timestamptz
);
create index notice_person on notices.notice (person_id, id desc);
comment on table notices.notice is 'What a person is told, written with the act that causes it; also the outbox for sending';
--rollback drop schema notices cascade;
