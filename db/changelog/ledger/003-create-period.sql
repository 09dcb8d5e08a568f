--liquibase formatted sql logicalFilePath:ledger/003-create-period.sql
--changeset ledger:003-create-period
create table ledger.period (
    fund_id   bigint not null references access.fund,
    month     date not null check (extract(day from month) = 1),
    state     text not null default 'OPEN' check (state in ('OPEN', 'CLOSED')),
    closed_at timestamptz,
    closed_by bigint references access.person,
    primary key (fund_id, month),
    check ((state = 'CLOSED') = (closed_at is not null))
);
comment on table ledger.period is 'The months of the books; a month without a row is open, its row comes with its first entry or its close';
--rollback drop table ledger.period;
