--liquibase formatted sql logicalFilePath:access/004-create-web-session.sql
--changeset access:004-create-web-session
create table access.web_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create index web_session_expiry on access.web_session (expiry_time);
create index web_session_principal on access.web_session (principal_name);
comment on table access.web_session is 'Sessions of pages, shared by every node and kept over a restart';

create table access.web_session_attributes (
    session_primary_id char(36) not null references access.web_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);
comment on table access.web_session_attributes is 'What a session holds';
--rollback drop table access.web_session_attributes; drop table access.web_session;
