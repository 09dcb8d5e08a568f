--liquibase formatted sql logicalFilePath:servicing/006-create-loan-watch.sql
--changeset servicing:006-create-loan-watch
create table servicing.reminder (
    loan_id      bigint not null references servicing.loan,
    contacted_on date not null,
    outcome      text not null check (outcome in ('PROMISED', 'UNREACHABLE', 'DISPUTED', 'UNABLE')),
    comment      text,
    recorded_by  bigint references access.person,
    recorded_at  timestamptz not null default clock_timestamp()
);
create index reminder_loan on servicing.reminder (loan_id);
comment on table servicing.reminder is 'What came of calling or visiting a borrower in arrears';

create table servicing.collateral_release (
    loan_id     bigint primary key references servicing.loan,
    released_on date not null,
    comment     text,
    released_by bigint references access.person,
    recorded_at timestamptz not null default clock_timestamp()
);
comment on table servicing.collateral_release is 'When the security of a settled loan was given back';
create table servicing.signal (
    loan_id bigint not null references servicing.loan,
    kind    text not null check (kind in ('PAYMENT_DUE', 'OVERDUE')),
    due_on  date not null,
    days    int not null,
    said_on date not null,
    primary key (loan_id, kind, due_on, days)
);
comment on table servicing.signal is 'What the close of a day told the process of a loan, so that closing again says nothing twice; days are days past the due date, 0 for a coming payment';
--rollback drop table servicing.signal; drop table servicing.collateral_release; drop table servicing.reminder;
