--liquibase formatted sql logicalFilePath:origination/001-create-application.sql
--changeset origination:001-create-application
create schema origination;

create sequence origination.application_seq increment by 50;
create table origination.application (
    id                  bigint primary key,
    fund_id             bigint not null references access.fund,
    version             int not null,
    borrower_id         bigint not null references cooperatives.borrower,
    state               text not null check (state in ('DRAFT', 'SUBMITTED', 'INCOMPLETE', 'IN_APPRAISAL', 'APPRAISED',
                            'RETURNED', 'PENDING_APPROVAL', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'EXPIRED')),
    number              text,
    walk_in             boolean not null,
    project_name        text,
    purpose             text,
    sector              text,
    commune_code        text,
    total_cost          bigint check (total_cost >= 0),
    own_capital         bigint check (own_capital >= 0),
    amount              bigint check (amount >= 0),
    term_months         int check (term_months > 0),
    months_between      int check (months_between in (1, 2, 3, 4, 6, 12)),
    security_kind       text not null check (security_kind in ('UNSECURED', 'MORTGAGE', 'PLEDGE', 'GUARANTEE')),
    security_text       text,
    security_value      bigint check (security_value >= 0),
    yearly_income       bigint check (yearly_income >= 0),
    yearly_cost         bigint check (yearly_cost >= 0),
    cash_flow_text      text,
    step                int not null,
    missing_papers      text,
    decision_reason     text,
    loan_id             bigint,
    created_by          bigint not null references access.person,
    created_on          date not null,
    submitted_on        date,
    search_text         text not null,
    unique (fund_id, number)
);
create index application_borrower on origination.application (borrower_id);
create index application_state on origination.application (fund_id, state);
comment on table origination.application is 'A loan application from draft to decision; amounts in dong, terms in months';

create table origination.paper_kind (
    fund_id       bigint not null references access.fund,
    borrower_kind text not null,
    kind          text not null,
    required      boolean not null,
    sort          int not null,
    primary key (fund_id, borrower_kind, kind)
);
comment on table origination.paper_kind is 'Which papers a file must hold, by kind of borrower';

insert into origination.paper_kind (fund_id, borrower_kind, kind, required, sort)
select 1, b.kind, p.kind, p.required, p.sort
from (values ('COOPERATIVE'), ('UNION')) as b(kind)
cross join (values ('REGISTRATION', true, 1), ('CHARTER', true, 2), ('MINUTES', true, 3), ('BUSINESS_PLAN', true, 4),
                   ('FINANCIAL_STATEMENT', true, 5), ('COLLATERAL_PAPER', false, 6), ('SIGNED_APPLICATION', false, 7),
                   ('FIELD_VISIT', false, 8), ('SIGNED_CONTRACT', false, 9), ('OTHER', false, 10)) as p(kind, required, sort)
union all
select 1, 'PERSON', p.kind, p.required, p.sort
from (values ('IDENTITY', true, 1), ('MEMBERSHIP', true, 2), ('BUSINESS_PLAN', true, 3), ('COLLATERAL_PAPER', false, 6),
             ('SIGNED_APPLICATION', false, 7), ('FIELD_VISIT', false, 8), ('SIGNED_CONTRACT', false, 9),
             ('OTHER', false, 10)) as p(kind, required, sort);
--rollback drop schema origination cascade;
