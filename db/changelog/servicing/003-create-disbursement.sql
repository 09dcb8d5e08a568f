--liquibase formatted sql logicalFilePath:servicing/003-create-disbursement.sql
--changeset servicing:003-create-disbursement
create table servicing.bad_debt_check (
    loan_id     bigint primary key references servicing.loan,
    checked_on  date not null,
    source      text not null,
    bad_debt    boolean not null,
    checked_by  bigint references access.person,
    recorded_at timestamptz not null default clock_timestamp()
);
comment on table servicing.bad_debt_check is 'The confirmation, before the first disbursement, that the borrower has no bad debt at credit institutions (Decree 45/2021/ND-CP art. 22)';

create sequence servicing.disbursement_seq increment by 50;
create table servicing.disbursement (
    id            bigint primary key,
    loan_id       bigint not null unique references servicing.loan,
    version       int not null,
    amount        bigint not null check (amount > 0),
    channel       text not null check (channel in ('BANK', 'CASH')),
    account       text,
    planned_on    date not null,
    state         text not null check (state in ('PREPARED', 'CHECKED', 'APPROVED', 'PAID')),
    prepared_by   bigint not null references access.person,
    checked_by    bigint references access.person,
    approved_by   bigint references access.person,
    paid_by       bigint references access.person,
    paid_on       date,
    reference     text,
    voucher_id    bigint,
    note_number   text,
    note_paper_id bigint,
    constraint disbursement_names_account check (channel = 'CASH' or account is not null),
    constraint disbursement_steps_in_order check (
        (state in ('CHECKED', 'APPROVED', 'PAID')) = (checked_by is not null)
        and (state in ('APPROVED', 'PAID')) = (approved_by is not null)
        and (state = 'PAID') = (paid_by is not null and paid_on is not null)),
    constraint disbursement_separated check (
        prepared_by <> checked_by and prepared_by <> approved_by and prepared_by <> paid_by
        and checked_by <> approved_by and checked_by <> paid_by and approved_by <> paid_by)
);
comment on table servicing.disbursement is 'The payment of a loan to its borrower: who prepares, who checks, who approves and who pays are four people (Circular 99/2025/TT-BTC art. 3)';
--rollback drop table servicing.disbursement; drop sequence servicing.disbursement_seq; drop table servicing.bad_debt_check;
