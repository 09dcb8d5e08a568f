--liquibase formatted sql logicalFilePath:access/006-create-sign-in-failure.sql
--changeset access:006-create-sign-in-failure
create table access.sign_in_failure (
    name_hash    text not null,
    source       text not null,
    failures     int not null check (failures > 0),
    last_at      timestamptz not null default clock_timestamp(),
    locked_until timestamptz,
    primary key (name_hash, source)
);
create index sign_in_failure_last on access.sign_in_failure (last_at);
comment on table access.sign_in_failure is 'Wrong passwords in a row for a name, whether anybody has it or not, from one source or (*) from anywhere; a success deletes the row';

alter table access.set_up_link add column issued_by bigint references access.person;
alter table access.set_up_link add column expires_at timestamptz;

create index audit_log_recorded on access.audit_log (fund_id, recorded_at);
create index audit_log_sign_in on access.audit_log (person_id, recorded_at)
    where what in ('SignedIn', 'SignedInByProgram', 'SignedOut', 'SignInFailed');
--rollback drop index access.audit_log_sign_in; drop index access.audit_log_recorded; alter table access.set_up_link drop column expires_at; alter table access.set_up_link drop column issued_by; drop table access.sign_in_failure;
