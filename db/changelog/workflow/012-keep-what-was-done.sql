--liquibase formatted sql logicalFilePath:workflow/012-keep-what-was-done.sql
--changeset workflow:012-keep-what-was-done splitStatements:false
alter table workflow.task_done
    add column created_at    timestamptz,
    add column created_on    date,
    add column claimed_at    timestamptz,
    add column due_on        date,
    add column escalated_on  date,
    add column done_on       date,
    add column stands_in_for bigint references access.person,
    add column subject_title text,
    add column model         text,
    add column filled_in     jsonb,
    add column decisions     jsonb;
comment on table workflow.task_done is 'Who finished which task, for whom, when, in which version of which model, with what was filled in and what followed; rows are only added and outlive the engine''s history';
create index task_done_on on workflow.task_done (fund_id, done_on);
create trigger task_done_append_only before update or delete on workflow.task_done
    for each row execute function access.refuse_change();
create trigger task_done_keep before truncate on workflow.task_done
    for each statement execute function access.refuse_change();
--rollback drop trigger task_done_append_only on workflow.task_done; drop trigger task_done_keep on workflow.task_done; alter table workflow.task_done drop column created_at, drop column created_on, drop column claimed_at, drop column due_on, drop column escalated_on, drop column done_on, drop column stands_in_for, drop column subject_title, drop column model, drop column filled_in, drop column decisions;
