--liquibase formatted sql logicalFilePath:workflow/013-create-case-comment.sql
--changeset workflow:013-create-case-comment splitStatements:false
create table workflow.case_comment (
    id           bigint generated always as identity primary key,
    fund_id      bigint not null,
    subject_type text not null,
    subject_id   bigint not null,
    happened_on  date not null,
    recorded_at  timestamptz not null default clock_timestamp(),
    person_id    bigint not null references access.person,
    by_name      text not null,
    words        text not null check (words <> '' and length(words) <= 2000),
    for_borrower boolean not null
);
create index case_comment_subject on workflow.case_comment (subject_type, subject_id, id);
comment on table workflow.case_comment is 'What staff say to each other about a case, and where marked to its borrower; rows are only added';
create trigger case_comment_append_only before update or delete on workflow.case_comment
    for each row execute function access.refuse_change();
create trigger case_comment_keep before truncate on workflow.case_comment
    for each statement execute function access.refuse_change();
--rollback drop table workflow.case_comment;
