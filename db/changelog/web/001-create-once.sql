--liquibase formatted sql logicalFilePath:web/001-create-once.sql
--changeset web:001-create-once
create schema web;
create table web.once (
    scope       text primary key,
    body_hash   text not null,
    answer      jsonb,
    recorded_at timestamptz not null default now()
);
create index once_recorded_at on web.once (recorded_at);
comment on table web.once is 'Keys of calls and forms already done, with the answer that was given';
--rollback drop schema web cascade;
