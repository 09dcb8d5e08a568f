--liquibase formatted sql logicalFilePath:access/002-create-audit-log.sql
--changeset access:002-create-audit-log splitStatements:false
create table access.audit_log (
    id           bigint generated always as identity primary key,
    fund_id      bigint not null,
    recorded_at  timestamptz not null default clock_timestamp(),
    person_id    bigint references access.person,
    username     text not null,
    what         text not null,
    subject_type text,
    subject_id   bigint,
    detail       text,
    source       text
);
create index audit_log_subject on access.audit_log (subject_type, subject_id);
create index audit_log_person on access.audit_log (person_id, recorded_at);
comment on table access.audit_log is 'Who did what, when, from where; rows are only added';

create function access.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of %.% are only added', tg_table_schema, tg_table_name using errcode = '23P01';
end $$;

create trigger audit_log_append_only before update or delete on access.audit_log
    for each row execute function access.refuse_change();
create trigger audit_log_keep before truncate on access.audit_log
    for each statement execute function access.refuse_change();
--rollback drop table access.audit_log; drop function access.refuse_change();
