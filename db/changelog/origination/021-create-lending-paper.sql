--liquibase formatted sql logicalFilePath:origination/021-create-lending-paper.sql
--changeset origination:021-create-lending-paper
create table origination.submission (
    application_id bigint not null references origination.application,
    appraisal_id   bigint primary key,
    number         text not null,
    submitted_by   bigint not null references access.person,
    submitted_on   date not null,
    opinion        text,
    foreign key (application_id, appraisal_id) references origination.appraisal (application_id, id)
);
create index submission_application on origination.submission (application_id);
comment on table origination.submission is 'The head of lending''s submission of an appraised file for the decision, a numbered paper';
create trigger submission_kept before update or delete on origination.submission
    for each row execute function access.refuse_change();

create table origination.refusal (
    application_id bigint primary key references origination.application,
    number         text not null,
    refused_by     bigint not null references access.person,
    refused_on     date not null,
    by_council     boolean not null,
    reason         text not null
);
comment on table origination.refusal is 'The reasoned refusal of an application, a numbered paper for the borrower';
create trigger refusal_kept before update or delete on origination.refusal
    for each row execute function access.refuse_change();
--rollback drop table origination.refusal; drop table origination.submission;
