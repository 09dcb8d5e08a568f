--liquibase formatted sql logicalFilePath:documents/001-create-attachment.sql
--changeset documents:001-create-attachment splitStatements:false
create schema documents;

create sequence documents.attachment_seq increment by 50;
create table documents.attachment (
    id           bigint primary key,
    fund_id      bigint not null references access.fund,
    subject_type text not null,
    subject_id   bigint not null,
    kind         text not null,
    filename     text not null,
    content_type text not null,
    size         bigint not null check (size between 1 and 20971520),
    sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    stored_at    timestamptz not null default clock_timestamp(),
    stored_by    bigint references access.person,
    withdrawn_at timestamptz,
    withdrawn_by bigint references access.person
);
create index attachment_subject on documents.attachment (subject_type, subject_id, kind);
comment on table documents.attachment is 'A paper that hangs on a case; a withdrawn one stays, marked, and is never removed';

create table documents.attachment_content (
    attachment_id bigint primary key references documents.attachment,
    bytes         bytea not null
);
-- these formats are packed already
alter table documents.attachment_content alter column bytes set storage external;
comment on table documents.attachment_content is 'The bytes of a paper, apart from its row so that lists stay light';

create trigger attachment_content_append_only before update or delete on documents.attachment_content
    for each row execute function access.refuse_change();
create trigger attachment_content_keep before truncate on documents.attachment_content
    for each statement execute function access.refuse_change();

create function documents.refuse_rewriting() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.withdrawn_at is null and new.withdrawn_at is not null
       and (to_jsonb(new) - '{withdrawn_at,withdrawn_by}'::text[]) = (to_jsonb(old) - '{withdrawn_at,withdrawn_by}'::text[]) then
        return new;
    end if;
    raise exception 'an attachment is only ever withdrawn, never changed or removed' using errcode = '23P01';
end $$;
create trigger attachment_only_withdrawn before update or delete on documents.attachment
    for each row execute function documents.refuse_rewriting();
create trigger attachment_keep before truncate on documents.attachment
    for each statement execute function access.refuse_change();
--rollback drop schema documents cascade;
