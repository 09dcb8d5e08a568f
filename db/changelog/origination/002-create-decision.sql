--liquibase formatted sql logicalFilePath:origination/002-create-decision.sql
--changeset origination:002-create-decision splitStatements:false
create sequence origination.rule_run_seq increment by 50;
create table origination.rule_check (
    application_id bigint not null references origination.application,
    run            bigint not null,
    stage          text not null check (stage in ('FORECAST', 'DECISION')),
    checked_on     date not null,
    rule           text not null,
    sort           int not null,
    figure         text not null,
    threshold      text not null,
    passed         boolean not null,
    primary key (application_id, run, rule)
);
comment on table origination.rule_check is 'Every rule with its figure and result, as it stood when it was asked; frozen with a decision';

create sequence origination.appraisal_seq increment by 50;
create table origination.appraisal (
    id                   bigint primary key,
    application_id       bigint not null references origination.application,
    appraised_by         bigint not null references access.person,
    appraised_on         date not null,
    visited_on           date not null,
    visited_with         bigint references access.person,
    plan_opinion         text,
    cash_flow_opinion    text,
    collateral_value     bigint not null check (collateral_value >= 0),
    bad_debt_found       boolean not null,
    proposes_lending     boolean not null,
    proposed_amount      bigint not null check (proposed_amount >= 0),
    proposed_term_months int not null check (proposed_term_months > 0),
    comment              text,
    check (visited_with is distinct from appraised_by),
    unique (application_id, id),
    unique (id, appraised_by)
);
comment on table origination.appraisal is 'What the appraiser found; a new row when the file comes back';

create sequence origination.decision_seq increment by 50;
create table origination.decision (
    id                 bigint primary key,
    application_id     bigint not null unique references origination.application,
    number             text not null,
    appraisal_id       bigint not null,
    appraised_by       bigint not null,
    prepared_by        bigint not null references access.person,
    decided_by         bigint not null references access.person,
    by_council         boolean not null,
    approved           boolean not null,
    decided_on         date not null,
    amount             bigint not null check (amount >= 0),
    term_months        int not null check (term_months > 0),
    annual_rate        numeric(9,6) not null check (annual_rate between 0 and 100),
    overdue_factor     numeric(6,3) not null,
    late_interest_rate numeric(6,3) not null,
    valid_until        date not null,
    rule_run           bigint,
    reason             text,
    foreign key (appraisal_id, appraised_by) references origination.appraisal (id, appraised_by),
    constraint decision_not_by_appraiser check (decided_by <> appraised_by),
    constraint decision_not_by_preparer check (decided_by <> prepared_by)
);
comment on table origination.decision is 'The credit decision, with the limits frozen in the run of rules it names; nobody decides what they appraised or prepared';

create table origination.council_vote (
    application_id bigint not null references origination.application,
    appraisal_id   bigint not null,
    appraised_by   bigint not null,
    member_id      bigint not null references access.person,
    chair          boolean not null,
    vote           text not null check (vote in ('FOR', 'AGAINST', 'ABSTAIN')),
    reason         text,
    voted_on       date not null,
    primary key (application_id, appraisal_id, member_id),
    foreign key (appraisal_id, appraised_by) references origination.appraisal (id, appraised_by),
    constraint vote_not_by_appraiser check (member_id <> appraised_by)
);
comment on table origination.council_vote is 'Votes of the management council on one appraisal of an application';

create sequence origination.loan_id_seq increment by 50;
create sequence origination.contract_seq increment by 50;
create table origination.contract (
    id              bigint primary key,
    application_id  bigint not null unique references origination.application,
    number          text not null,
    drawn_up_on     date not null,
    drawn_up_by     bigint not null references access.person,
    months_between  int not null,
    instalments     int not null check (instalments > 0),
    planned_on      date not null,
    first_due_on    date not null,
    signed_on       date,
    signed_by       bigint references access.person,
    evidence        text check (evidence in ('SCAN', 'PAPER')),
    check (first_due_on > planned_on),
    check ((signed_on is null) = (signed_by is null) and (signed_on is null) = (evidence is null))
);
comment on table origination.contract is 'The loan contract drawn up from a decision; signed once, with the evidence of its signatures';
--rollback drop table origination.contract; drop sequence origination.contract_seq; drop sequence origination.loan_id_seq; drop table origination.council_vote; drop table origination.decision; drop sequence origination.decision_seq; drop table origination.appraisal; drop sequence origination.appraisal_seq; drop table origination.rule_check; drop sequence origination.rule_run_seq;
