--liquibase formatted sql logicalFilePath:servicing/004-create-repayment.sql
--changeset servicing:004-create-repayment splitStatements:false
create sequence servicing.repayment_proposal_seq increment by 50;
create table servicing.repayment_proposal (
    id          bigint primary key,
    fund_id     bigint not null references access.fund,
    loan_id     bigint not null references servicing.loan,
    amount      bigint not null check (amount > 0),
    value_date  date not null,
    channel     text not null check (channel in ('BANK', 'CASH')),
    reference   text,
    early       text,
    state       text not null default 'PENDING' check (state in ('PENDING', 'CONFIRMED', 'REJECTED')),
    proposed_by bigint not null references access.person,
    proposed_on date not null,
    decided_by  bigint references access.person,
    decided_on  date,
    reason      text,
    constraint proposal_decided check ((state = 'PENDING') = (decided_by is null) and (state = 'PENDING') = (decided_on is null)),
    constraint proposal_second_person check (decided_by <> proposed_by)
);
create unique index repayment_proposal_reference on servicing.repayment_proposal (fund_id, reference)
    where state = 'PENDING' and channel = 'BANK';
create index repayment_proposal_loan on servicing.repayment_proposal (loan_id);
comment on table servicing.repayment_proposal is 'Receipts that wait for a second person: back-dated by more than five days or into a closed month';

create sequence servicing.repayment_seq increment by 50;
create table servicing.repayment (
    id               bigint primary key,
    fund_id          bigint not null references access.fund,
    loan_id          bigint not null references servicing.loan,
    turn             int not null,
    amount           bigint not null check (amount > 0),
    value_date       date not null,
    booked_on        date not null,
    recorded_at      timestamptz not null default clock_timestamp(),
    channel          text not null check (channel in ('BANK', 'CASH')),
    reference        text,
    early            text check (early in ('FEWER', 'SMALLER', 'NEXT', 'PAYOFF')),
    principal        bigint not null check (principal >= 0),
    interest         bigint not null check (interest >= 0),
    overdue_interest bigint not null check (overdue_interest >= 0),
    late_interest    bigint not null check (late_interest >= 0),
    credit           bigint not null,
    entry_id         bigint not null,
    voucher_id       bigint,
    made_by          bigint references access.person,
    proposal_id      bigint unique references servicing.repayment_proposal,
    unique (loan_id, turn),
    constraint repayment_without_loss check (principal + interest + overdue_interest + late_interest + credit = amount)
);
create unique index repayment_reference on servicing.repayment (fund_id, reference) where channel = 'BANK';
create index repayment_loan_day on servicing.repayment (loan_id, value_date, turn);
comment on table servicing.repayment is 'Money received on a loan, with its allocation as it was posted; only ever added. turn is the order in which receipts of the loan were recorded';

create sequence servicing.reallocation_seq increment by 50;
create table servicing.reallocation (
    id               bigint primary key,
    loan_id          bigint not null references servicing.loan,
    reason           text not null check (reason in ('CREDIT_USED', 'BACK_DATED')),
    value_date       date not null,
    booked_on        date not null,
    recorded_at      timestamptz not null default clock_timestamp(),
    principal        bigint not null,
    interest         bigint not null,
    overdue_interest bigint not null,
    late_interest    bigint not null,
    credit           bigint not null,
    entry_id         bigint,
    constraint reallocation_without_loss check (principal + interest + overdue_interest + late_interest + credit = 0)
);
create index reallocation_loan on servicing.reallocation (loan_id);
comment on table servicing.reallocation is 'Posted changes of earlier allocations: the borrower''s credit put to use at the close of a due date, or the net effect of a back-dated receipt on those after it; entry_id is empty where no account changed';

create sequence servicing.accrual_seq increment by 50;
create table servicing.accrual (
    id          bigint primary key,
    loan_id     bigint not null references servicing.loan,
    through_on  date not null,
    amount      bigint not null check (amount <> 0),
    booked_on   date not null,
    recorded_at timestamptz not null default clock_timestamp(),
    entry_id    bigint not null
);
create index accrual_loan on servicing.accrual (loan_id, through_on);
comment on table servicing.accrual is 'In-term interest posted to the general ledger so far; an amount is what was earned through the day less what was posted before';

do $$
declare
    kept text;
begin
    foreach kept in array array['repayment', 'reallocation', 'accrual', 'bad_debt_check'] loop
        execute format('create trigger %I before update or delete on servicing.%I '
            'for each row execute function access.refuse_change()', kept || '_append_only', kept);
        execute format('create trigger %I before truncate on servicing.%I '
            'for each statement execute function access.refuse_change()', kept || '_keep', kept);
    end loop;
end $$;
--rollback drop table servicing.accrual; drop sequence servicing.accrual_seq; drop table servicing.reallocation; drop sequence servicing.reallocation_seq; drop table servicing.repayment; drop sequence servicing.repayment_seq; drop table servicing.repayment_proposal; drop sequence servicing.repayment_proposal_seq;
