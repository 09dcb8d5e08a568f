--liquibase formatted sql logicalFilePath:workflow/015-create-migration.sql
--changeset workflow:015-create-migration splitStatements:false
create sequence workflow.migration_seq increment by 50;
create table workflow.migration (
    id           bigint primary key,
    fund_id      bigint not null,
    process_key  text not null,
    name         text not null,
    from_version int not null,
    to_version   int not null check (to_version > from_version),
    state        text not null default 'PLANNED' check (state in ('PLANNED', 'DONE', 'DROPPED')),
    planned_by   bigint not null references access.person,
    planned_at   timestamptz not null default clock_timestamp(),
    done_by      bigint references access.person,
    done_at      timestamptz,
    constraint migration_second_person check (state <> 'DONE' or done_by <> planned_by),
    constraint migration_done check ((state = 'PLANNED') = (done_by is null) and (done_by is null) = (done_at is null))
);
comment on table workflow.migration is 'A plan to bring running cases to a newer version of their model: tried on every case before, done by a second administrator';
create unique index migration_once on workflow.migration (fund_id, process_key) where state = 'PLANNED';

create table workflow.migration_case (
    migration_id bigint not null references workflow.migration,
    instance_id  text not null,
    subject_type text not null,
    subject_id   bigint not null,
    problem      text,
    migrated     boolean not null default false,
    primary key (migration_id, instance_id)
);
comment on table workflow.migration_case is 'What the trial of a plan found on each running case: no problem, or why it stays on its version';

create table workflow.refused_model (
    id         bigint generated always as identity primary key,
    refused_at timestamptz not null default clock_timestamp(),
    resource   text not null,
    problem    text not null
);
comment on table workflow.refused_model is 'Models that came with a new release and could not be read: the whole set was refused and the versions before stay';

insert into access.duty_side (duty, subject_type, noted_by) values
    ('PLAN_MIGRATION', 'MIGRATION', 'ROW'), ('RUN_MIGRATION', 'MIGRATION', 'ROW');
insert into access.duty_conflict (duty, conflicts_with, reason) values
    ('PLAN_MIGRATION', 'RUN_MIGRATION', 'who planned does not migrate'),
    ('RUN_MIGRATION', 'PLAN_MIGRATION', 'who planned does not migrate');
create trigger migration_takes_duties after insert or update on workflow.migration for each row when (new.state <> 'DROPPED')
    execute function access.take_duties('MIGRATION', 'id', 'planned_by', 'PLAN_MIGRATION', 'done_by', 'RUN_MIGRATION');
--rollback delete from access.duty_conflict where duty in ('PLAN_MIGRATION', 'RUN_MIGRATION'); delete from access.duty_side where subject_type = 'MIGRATION'; drop table workflow.refused_model; drop table workflow.migration_case; drop table workflow.migration; drop sequence workflow.migration_seq;
