--liquibase formatted sql logicalFilePath:workflow/011-create-service-level.sql
--changeset workflow:011-create-service-level splitStatements:false
create table workflow.service_level (
    id             bigint generated always as identity primary key,
    fund_id        bigint not null,
    task_key       text not null,
    valid_from     date not null,
    working_days   int not null check (working_days between 0 and 365),
    escalate_after int not null check (escalate_after between 0 and 365),
    set_by         bigint not null references access.person,
    set_at         timestamptz not null default clock_timestamp()
);
create index service_level_task on workflow.service_level (fund_id, task_key, valid_from desc, id desc);
comment on table workflow.service_level is 'How many working days a kind of task may take, and after how many more its manager is told; rows are only added, without one the model''s own figure holds';
create trigger service_level_append_only before update or delete on workflow.service_level
    for each row execute function access.refuse_change();

create table workflow.manager_of (
    role    text primary key,
    manager text not null,
    constraint manager_is_another check (manager <> role)
);
comment on table workflow.manager_of is 'Who is told when a task of this role is long overdue';
insert into workflow.manager_of (role, manager) values
    ('BORROWER', 'LOAN_OFFICER'), ('LOAN_OFFICER', 'HEAD_OF_LENDING'), ('APPRAISER', 'HEAD_OF_LENDING'),
    ('HEAD_OF_LENDING', 'DIRECTOR'), ('ACCOUNTANT', 'CHIEF_ACCOUNTANT'), ('CASHIER', 'CHIEF_ACCOUNTANT'),
    ('CHIEF_ACCOUNTANT', 'DIRECTOR'), ('DIRECTOR', 'COUNCIL_CHAIR'), ('COUNCIL_MEMBER', 'COUNCIL_CHAIR');

alter table workflow.inbox_task add column escalate_on date;
alter table workflow.inbox_task add column escalated_on date;
alter table workflow.inbox_task add column claimed_at timestamptz;
alter table workflow.inbox_task add column search_text text not null default '';
update workflow.inbox_task set escalate_on = due_on + 4,
    search_text = replace(regexp_replace(normalize(lower(subject_title), NFD), '[\u0300-\u036F]', '', 'g'), 'đ', 'd');
create index inbox_task_escalate on workflow.inbox_task (fund_id, escalate_on) where escalated_on is null;
--rollback alter table workflow.inbox_task drop column search_text, drop column claimed_at, drop column escalated_on, drop column escalate_on; drop table workflow.manager_of; drop table workflow.service_level;
