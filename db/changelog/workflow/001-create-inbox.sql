--liquibase formatted sql logicalFilePath:workflow/001-create-inbox.sql
--changeset workflow:001-create-inbox
create schema workflow;

create table workflow.inbox_task (
    task_id       text primary key,
    fund_id       bigint not null,
    task_key      text not null,
    form_key      text not null,
    roles         text[] not null,
    duty          text,
    for_person    bigint references access.person,
    subject_type  text not null,
    subject_id    bigint not null,
    subject_title text not null,
    borrower_id   bigint,
    created_at    timestamptz not null default clock_timestamp(),
    created_on    date not null,
    due_on        date,
    assignee_id   bigint references access.person
);
create index inbox_task_subject on workflow.inbox_task (subject_type, subject_id);
create index inbox_task_due on workflow.inbox_task (fund_id, due_on, task_id);
comment on table workflow.inbox_task is 'Open user tasks, kept beside the engine so that duties and paging are SQL';

create table workflow.task_done (
    task_id      text primary key,
    fund_id      bigint not null,
    task_key     text not null,
    subject_type text not null,
    subject_id   bigint not null,
    person_id    bigint references access.person,
    done_at      timestamptz not null default clock_timestamp()
);
create index task_done_subject on workflow.task_done (subject_type, subject_id);
comment on table workflow.task_done is 'Who finished which task, so that the one who comes late hears a name';
--rollback drop schema workflow cascade;
