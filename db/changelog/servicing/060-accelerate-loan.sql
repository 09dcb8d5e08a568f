--liquibase formatted sql logicalFilePath:servicing/060-accelerate-loan.sql
--changeset servicing:060-accelerate-loan splitStatements:false
alter table servicing.loan add column accelerated_on date;
comment on column servicing.loan.accelerated_on is 'When it was called back (thu hồi nợ trước hạn), as long as that decision holds: no restructuring came after it and nobody took it back';
alter table servicing.loan drop constraint loan_state_check;
alter table servicing.loan add constraint loan_state_check check (state in
    ('CONTRACT_SIGNED', 'PARTLY_DISBURSED', 'ACTIVE', 'ACCELERATED', 'PAID_OFF', 'CLOSED', 'CANCELLED', 'CHARGED_OFF',
     'WRITTEN_OFF_FINAL'));
alter table servicing.loan drop constraint loan_dates_fit_state;
alter table servicing.loan add constraint loan_dates_fit_state check (
    (state in ('PARTLY_DISBURSED', 'ACTIVE', 'ACCELERATED', 'CHARGED_OFF', 'WRITTEN_OFF_FINAL', 'PAID_OFF', 'CLOSED'))
        = (disbursed_on is not null)
    and (disbursed_on is not null) = (drawn > 0)
    and (state in ('CONTRACT_SIGNED', 'PARTLY_DISBURSED', 'CANCELLED') or drawn + released = principal)
    and (state <> 'CHARGED_OFF' or charged_off_on is not null)
    and (state not in ('PARTLY_DISBURSED', 'ACTIVE', 'ACCELERATED') or charged_off_on is null)
    and (state <> 'ACCELERATED' or accelerated_on is not null)
    and (state not in ('CONTRACT_SIGNED', 'PARTLY_DISBURSED', 'ACTIVE', 'CANCELLED') or accelerated_on is null)
    and (state = 'WRITTEN_OFF_FINAL') = (written_off_on is not null)
    and (state <> 'PARTLY_DISBURSED' or drawn + released < principal)
    and (state in ('PAID_OFF', 'CLOSED')) = (settled_on is not null)
    and (state = 'CLOSED') = (closed_on is not null)
    and (state = 'CANCELLED') = (cancelled_on is not null)
    and settled_on >= disbursed_on);

create sequence servicing.acceleration_seq increment by 50;
create table servicing.acceleration (
    id               bigint primary key,
    fund_id          bigint not null references access.fund,
    loan_id          bigint not null references servicing.loan,
    turn             int not null,
    value_date       date not null,
    recorded_at      timestamptz not null default clock_timestamp(),
    pay_by           date not null,
    why              text not null check (why <> ''),
    principal        bigint not null check (principal > 0),
    notice_number    text not null,
    schedule_version int not null,
    decided_by       bigint references access.person,
    constraint acceleration_leaves_days check (pay_by > value_date),
    unique (loan_id, turn)
);
comment on table servicing.acceleration is 'Loans called back before their time: all principal not yet due falls due on pay_by. principal is what was not yet due that day, đồng; notice_number is of the notice to the borrower';

create table servicing.acceleration_reversal (
    acceleration_id bigint primary key references servicing.acceleration,
    reversed_on     date not null,
    why             text not null check (why <> ''),
    proposal_id     bigint not null unique references servicing.proposal,
    recorded_at     timestamptz not null default clock_timestamp()
);
comment on table servicing.acceleration_reversal is 'Recalls taken back: they stand no more, and the loan runs on by the schedule before';

create table servicing.acceleration_delivery (
    acceleration_id bigint not null references servicing.acceleration,
    delivered_on    date not null,
    way             text not null check (way in ('HANDED_OVER', 'BY_POST', 'REFUSED')),
    received_by     text,
    comment         text,
    recorded_by     bigint references access.person,
    recorded_at     timestamptz not null default clock_timestamp()
);
create index acceleration_delivery_of on servicing.acceleration_delivery (acceleration_id);
comment on table servicing.acceleration_delivery is 'How the notice of a recall reached the borrower';

do $$
declare
    kept text;
begin
    foreach kept in array array['acceleration', 'acceleration_reversal', 'acceleration_delivery'] loop
        execute format('create trigger %I before update or delete on servicing.%I '
            'for each row execute function access.refuse_change()', kept || '_append_only', kept);
        execute format('create trigger %I before truncate on servicing.%I '
            'for each statement execute function access.refuse_change()', kept || '_keep', kept);
    end loop;
end $$;
create view servicing.standing_acceleration as
    select a.* from servicing.acceleration a
    where not exists (select 1 from servicing.acceleration_reversal back where back.acceleration_id = a.id);

-- The day before which nothing changes any more: of the last decision on the loan's dates that stands.
create view servicing.dates_decided as
    select loan_id, value_date, turn, false as recall from servicing.standing_restructure
    union all select loan_id, value_date, turn, true from servicing.standing_acceleration;

alter table servicing.schedule_version drop constraint schedule_version_reason_check;
alter table servicing.schedule_version add constraint schedule_version_reason_check check (reason in
    ('CONTRACT', 'NEW_DATES', 'DISBURSEMENT', 'EARLY_REPAYMENT', 'REVERSAL', 'RESTRUCTURE', 'TAKEN_ON', 'CALENDAR', 'ACCELERATION'));
alter table servicing.reallocation drop constraint reallocation_reason_check;
alter table servicing.reallocation add constraint reallocation_reason_check check (reason in ('CREDIT_USED', 'BACK_DATED',
    'REVERSED', 'DISBURSED', 'REFUNDED', 'WAIVED', 'RESTRUCTURED', 'ACCELERATED'));
alter table servicing.proposal drop constraint proposal_kind_check;
alter table servicing.proposal add constraint proposal_kind_check check (kind in ('TAKE_REPAYMENT', 'REVERSE_REPAYMENT',
    'REVERSE_DISBURSEMENT', 'RELEASE_UNDRAWN', 'REFUND_CREDIT', 'WAIVE_INTEREST', 'RESTRUCTURE_LOAN', 'REVERSE_RESTRUCTURE',
    'TAKE_ON_LOAN', 'REVERSE_ACCELERATION'));
--rollback alter table servicing.proposal drop constraint proposal_kind_check; alter table servicing.proposal add constraint proposal_kind_check check (kind in ('TAKE_REPAYMENT', 'REVERSE_REPAYMENT', 'REVERSE_DISBURSEMENT', 'RELEASE_UNDRAWN', 'REFUND_CREDIT', 'WAIVE_INTEREST', 'RESTRUCTURE_LOAN', 'REVERSE_RESTRUCTURE', 'TAKE_ON_LOAN'));
--rollback alter table servicing.reallocation drop constraint reallocation_reason_check; alter table servicing.reallocation add constraint reallocation_reason_check check (reason in ('CREDIT_USED', 'BACK_DATED', 'REVERSED', 'DISBURSED', 'REFUNDED', 'WAIVED', 'RESTRUCTURED'));
--rollback alter table servicing.schedule_version drop constraint schedule_version_reason_check; alter table servicing.schedule_version add constraint schedule_version_reason_check check (reason in ('CONTRACT', 'NEW_DATES', 'DISBURSEMENT', 'EARLY_REPAYMENT', 'REVERSAL', 'RESTRUCTURE', 'TAKEN_ON', 'CALENDAR'));
--rollback drop view servicing.dates_decided; drop view servicing.standing_acceleration; drop table servicing.acceleration_delivery; drop table servicing.acceleration_reversal; drop table servicing.acceleration; drop sequence servicing.acceleration_seq;
--rollback alter table servicing.loan drop constraint loan_dates_fit_state, drop constraint loan_state_check, drop column accelerated_on; alter table servicing.loan add constraint loan_state_check check (state in ('CONTRACT_SIGNED', 'PARTLY_DISBURSED', 'ACTIVE', 'PAID_OFF', 'CLOSED', 'CANCELLED', 'CHARGED_OFF', 'WRITTEN_OFF_FINAL')), add constraint loan_dates_fit_state check ((state in ('PARTLY_DISBURSED', 'ACTIVE', 'CHARGED_OFF', 'WRITTEN_OFF_FINAL', 'PAID_OFF', 'CLOSED')) = (disbursed_on is not null) and (disbursed_on is not null) = (drawn > 0) and (state in ('CONTRACT_SIGNED', 'PARTLY_DISBURSED', 'CANCELLED') or drawn + released = principal) and (state <> 'CHARGED_OFF' or charged_off_on is not null) and (state not in ('PARTLY_DISBURSED', 'ACTIVE') or charged_off_on is null) and (state = 'WRITTEN_OFF_FINAL') = (written_off_on is not null) and (state <> 'PARTLY_DISBURSED' or drawn + released < principal) and (state in ('PAID_OFF', 'CLOSED')) = (settled_on is not null) and (state = 'CLOSED') = (closed_on is not null) and (state = 'CANCELLED') = (cancelled_on is not null) and settled_on >= disbursed_on);
