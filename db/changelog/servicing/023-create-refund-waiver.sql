--liquibase formatted sql logicalFilePath:servicing/023-create-refund-waiver.sql
--changeset servicing:023-create-refund-waiver splitStatements:false
create sequence servicing.refund_seq increment by 50;
create table servicing.refund (
    id          bigint primary key,
    fund_id     bigint not null references access.fund,
    loan_id     bigint not null references servicing.loan,
    turn        int not null,
    amount      bigint not null check (amount > 0),
    value_date  date not null,
    booked_on   date not null,
    recorded_at timestamptz not null default clock_timestamp(),
    channel     text not null check (channel in ('BANK', 'CASH')),
    account     text,
    entry_id    bigint not null,
    voucher_id  bigint not null,
    proposal_id bigint not null unique references servicing.proposal,
    unique (loan_id, turn),
    constraint refund_names_account check (channel = 'CASH' or account is not null)
);
comment on table servicing.refund is 'The borrower''s credit paid back, proposed by one person and confirmed by another; only ever added';

create sequence servicing.waiver_seq increment by 50;
create table servicing.waiver (
    id               bigint primary key,
    fund_id          bigint not null references access.fund,
    loan_id          bigint not null references servicing.loan,
    turn             int not null,
    value_date       date not null,
    recorded_at      timestamptz not null default clock_timestamp(),
    interest         bigint not null check (interest >= 0),
    overdue_interest bigint not null check (overdue_interest >= 0),
    late_interest    bigint not null check (late_interest >= 0),
    unable_to_pay    boolean not null,
    why              text not null check (why <> ''),
    proposal_id      bigint not null unique references servicing.proposal,
    unique (loan_id, turn),
    constraint waiver_of_something check (interest + overdue_interest + late_interest > 0)
);
comment on table servicing.waiver is 'Interest forgiven by who has the authority, of each part at most what was due; unable_to_pay: because the customer cannot pay (a criterion of debt group 3). Principal is never forgiven';

create sequence servicing.waiver_posting_seq increment by 50;
create table servicing.waiver_posting (
    id          bigint primary key,
    loan_id     bigint not null references servicing.loan,
    amount      bigint not null check (amount <> 0),
    value_date  date not null,
    booked_on   date not null,
    recorded_at timestamptz not null default clock_timestamp(),
    entry_id    bigint
);
create index waiver_posting_loan on servicing.waiver_posting (loan_id);
comment on table servicing.waiver_posting is 'Forgiven in-term interest in the general ledger (635 / 1388), as the sum of the amounts: a payment learned of late may leave less to forgive';

do $$
declare
    kept text;
begin
    foreach kept in array array['refund', 'waiver', 'waiver_posting'] loop
        execute format('create trigger %I before update or delete on servicing.%I '
            'for each row execute function access.refuse_change()', kept || '_append_only', kept);
        execute format('create trigger %I before truncate on servicing.%I '
            'for each statement execute function access.refuse_change()', kept || '_keep', kept);
    end loop;
end $$;
--rollback drop table servicing.waiver_posting; drop sequence servicing.waiver_posting_seq; drop table servicing.waiver; drop sequence servicing.waiver_seq; drop table servicing.refund; drop sequence servicing.refund_seq;
