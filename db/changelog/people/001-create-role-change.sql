--liquibase formatted sql logicalFilePath:people/001-create-role-change.sql
--changeset people:001-create-role-change
create schema people;

create sequence people.role_change_seq increment by 50;
create table people.role_change (
    id           bigint primary key,
    fund_id      bigint not null references access.fund,
    person_id    bigint not null references access.person,
    roles_before text[] not null,
    roles_after  text[] not null,
    state        text not null check (state in ('PENDING', 'CONFIRMED', 'DECLINED', 'APPLIED')),
    proposed_by  bigint not null references access.person,
    proposed_at  timestamptz not null default clock_timestamp(),
    decided_by   bigint references access.person,
    decided_at   timestamptz,
    reason       text,
    constraint role_change_not_own check (proposed_by <> person_id),
    constraint role_change_decided check ((state in ('CONFIRMED', 'DECLINED')) = (decided_by is not null)
        and (decided_by is null) = (decided_at is null)),
    constraint role_change_second_person check (state <> 'CONFIRMED' or (decided_by <> proposed_by and decided_by <> person_id)),
    constraint role_change_reason check ((state = 'DECLINED') = (reason is not null))
);
create unique index role_change_pending on people.role_change (person_id) where state = 'PENDING';
create index role_change_person on people.role_change (person_id);
comment on table people.role_change is 'Changes of people''s roles: what gives a role waits for a second administrator; APPLIED needed none, since it only took roles away or appointed the first other administrator';
--rollback drop schema people cascade;
