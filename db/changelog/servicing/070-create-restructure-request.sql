--liquibase formatted sql logicalFilePath:servicing/070-create-restructure-request.sql
--changeset servicing:070-create-restructure-request splitStatements:false
create sequence servicing.restructure_request_seq increment by 50;
create table servicing.restructure_request (
    id            bigint primary key,
    fund_id       bigint not null references access.fund,
    loan_id       bigint not null references servicing.loan,
    kind          text not null check (kind in ('ADJUST', 'EXTEND')),
    new_end       date,
    reason        text not null check (reason <> ''),
    wish          text,
    by_borrower   boolean not null,
    asked_by      bigint not null references access.person,
    asked_on      date not null,
    recorded_at   timestamptz not null default clock_timestamp(),
    state         text not null default 'ASKED'
        check (state in ('ASKED', 'REVIEW', 'DECISION', 'APPROVED', 'EFFECTIVE', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
    terms         jsonb,
    appraisal     text,
    planned_by    bigint references access.person,
    planned_on    date,
    reviewed_by   bigint references access.person,
    council       boolean not null default false,
    decision      text,
    decided_by    bigint references access.person,
    decided_on    date,
    annex_number  text,
    answer        text,
    proposal_id   bigint unique references servicing.proposal,
    constraint restructure_request_second_person check (planned_by <> reviewed_by and planned_by <> decided_by and reviewed_by <> decided_by),
    constraint restructure_request_planned check (state not in ('REVIEW', 'DECISION', 'APPROVED', 'EFFECTIVE') or (terms is not null and planned_by is not null)),
    constraint restructure_request_decided check (state not in ('APPROVED', 'EFFECTIVE') or decided_by is not null),
    constraint restructure_request_answered check (state <> 'REFUSED' or answer is not null)
);
create unique index restructure_request_one_open on servicing.restructure_request (loan_id)
    where state in ('ASKED', 'REVIEW', 'DECISION', 'APPROVED');
create index restructure_request_by_loan on servicing.restructure_request (loan_id);
comment on table servicing.restructure_request is 'A restructuring from the wish to the signed annex: asked for by the borrower or opened by the officer, planned, reviewed, decided. proposal_id: how it was decided on before restructurings had a process of their own';

-- how a restructuring was decided: by its request, in former times by a proposal
alter table servicing.restructure
    alter column proposal_id drop not null,
    add column request_id bigint unique references servicing.restructure_request,
    add constraint restructure_decided check (num_nonnulls(proposal_id, request_id) = 1);

insert into access.duty_side (duty, subject_type, noted_by) values
    ('PLAN_RESTRUCTURE', 'RESTRUCTURING', 'ROW'), ('REVIEW_RESTRUCTURE', 'RESTRUCTURING', 'ROW'), ('DECIDE_RESTRUCTURE', 'RESTRUCTURING', 'ROW');
with pair(a, b, r) as (values
    ('PLAN_RESTRUCTURE', 'REVIEW_RESTRUCTURE', 'who planned does not review'),
    ('PLAN_RESTRUCTURE', 'DECIDE_RESTRUCTURE', 'who planned does not decide'),
    ('REVIEW_RESTRUCTURE', 'DECIDE_RESTRUCTURE', 'who submitted does not decide')
)
insert into access.duty_conflict (duty, conflicts_with, reason)
select a, b, r from pair union all select b, a, r from pair;
create trigger restructure_request_takes_duties after insert or update on servicing.restructure_request for each row
    execute function access.take_duties('RESTRUCTURING', 'id', 'planned_by', 'PLAN_RESTRUCTURE', 'reviewed_by', 'REVIEW_RESTRUCTURE',
        'decided_by', 'DECIDE_RESTRUCTURE');
--rollback drop trigger restructure_request_takes_duties on servicing.restructure_request; delete from access.duty_conflict where duty in ('PLAN_RESTRUCTURE', 'REVIEW_RESTRUCTURE', 'DECIDE_RESTRUCTURE'); delete from access.duty_side where subject_type = 'RESTRUCTURING'; alter table servicing.restructure drop constraint restructure_decided, drop column request_id, alter column proposal_id set not null; drop table servicing.restructure_request; drop sequence servicing.restructure_request_seq;
