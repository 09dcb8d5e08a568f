--liquibase formatted sql logicalFilePath:workflow/002-create-case-event.sql
--changeset workflow:002-create-case-event splitStatements:false
create table workflow.case_event (
    id           bigint generated always as identity primary key,
    fund_id      bigint not null,
    subject_type text not null,
    subject_id   bigint not null,
    happened_on  date not null,
    recorded_at  timestamptz not null default clock_timestamp(),
    person_id    bigint references access.person,
    by_name      text not null,
    code         text not null,
    args         jsonb not null,
    for_borrower boolean not null
);
create index case_event_subject on workflow.case_event (subject_type, subject_id, id);
comment on table workflow.case_event is 'The timeline of a subject in plain sentences (message key and arguments); rows are only added';
create trigger case_event_append_only before update or delete on workflow.case_event
    for each row execute function access.refuse_change();
create trigger case_event_keep before truncate on workflow.case_event
    for each statement execute function access.refuse_change();
--rollback drop table workflow.case_event;
