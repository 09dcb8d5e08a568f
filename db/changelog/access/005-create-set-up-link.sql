--liquibase formatted sql logicalFilePath:access/005-create-set-up-link.sql
--changeset access:005-create-set-up-link
create table access.set_up_link (
    token_hash text primary key,
    person_id  bigint not null references access.person,
    created_at timestamptz not null default now(),
    used_at    timestamptz
);
comment on table access.set_up_link is 'A one-time link by which a person sets the first password; only the hash of its token is kept';
--rollback drop table access.set_up_link;
