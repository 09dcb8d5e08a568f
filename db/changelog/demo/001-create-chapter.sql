--liquibase formatted sql logicalFilePath:demo/001-create-chapter.sql
--changeset demo:001-create-chapter
create schema demo;
create table demo.story (
    fund_id     bigint primary key references access.fund,
    first_day   date not null,
    finished_at timestamptz
);
comment on table demo.story is 'The demonstration of a fund: the business date at which it ends, and whether it is told';

create table demo.chapter (
    fund_id     bigint not null references demo.story,
    name        text not null,
    happened_on date not null,
    made        bigint,
    told_at     timestamptz not null default clock_timestamp(),
    primary key (fund_id, name)
);
comment on table demo.chapter is 'What is told already of a demonstration, with the id of what it made';
--rollback drop schema demo cascade;
