--liquibase formatted sql logicalFilePath:funding/002-create-contribution.sql
--changeset funding:002-create-contribution
create sequence funding.contribution_seq increment by 50;
create table funding.contribution (
    id              bigint primary key,
    fund_id         bigint not null references access.fund,
    source_id       bigint not null references funding.capital_source,
    amount          bigint not null check (amount > 0),
    value_date      date not null check (value_date between date '1900-01-01' and date '2199-12-31'),
    decision        text not null check (decision <> ''),
    state           text not null default 'PENDING' check (state in ('PENDING', 'CONFIRMED', 'DECLINED')),
    proposed_by     bigint references access.person,
    proposed_at     timestamptz not null,
    settled_by      bigint references access.person,
    settled_at      timestamptz,
    decline_reason  text,
    entry_id        bigint unique references ledger.posted_fact (entry_id),
    constraint contribution_second_person check (proposed_by <> settled_by),
    constraint contribution_settled check ((state = 'PENDING') = (settled_at is null)),
    constraint contribution_posted check ((state = 'CONFIRMED') = (entry_id is not null)),
    constraint contribution_reason check ((state = 'DECLINED') = (decline_reason is not null))
);
create index contribution_by_day on funding.contribution (fund_id, value_date, id);
comment on table funding.contribution is 'Capital paid in, with the paper behind it; in the books once a second person has confirmed it';
comment on column funding.contribution.decision is 'Number and date of the paper, e.g. of the People''s Committee''s decision';
--rollback drop table funding.contribution; drop sequence funding.contribution_seq;
