--liquibase formatted sql logicalFilePath:servicing/022-allow-tranches.sql
--changeset servicing:022-allow-tranches splitStatements:false
alter table servicing.loan
    add column drawn bigint not null default 0 check (drawn >= 0),
    add column released bigint not null default 0 check (released >= 0),
    add constraint loan_not_overdrawn check (drawn + released <= principal);
update servicing.loan set drawn = principal where disbursed_on is not null;
comment on column servicing.loan.drawn is 'Paid out so far, all standing tranches, đồng';
comment on column servicing.loan.released is 'Of the principal signed, what will not be drawn any more, đồng';

alter table servicing.loan drop constraint loan_state_check;
alter table servicing.loan add constraint loan_state_check check (state in
    ('CONTRACT_SIGNED', 'PARTLY_DISBURSED', 'ACTIVE', 'PAID_OFF', 'CLOSED', 'CANCELLED', 'CHARGED_OFF',
     'WRITTEN_OFF_FINAL'));
alter table servicing.loan drop constraint loan_dates_fit_state;
alter table servicing.loan add constraint loan_dates_fit_state check (
    (state in ('PARTLY_DISBURSED', 'ACTIVE', 'CHARGED_OFF', 'WRITTEN_OFF_FINAL', 'PAID_OFF', 'CLOSED'))
        = (disbursed_on is not null)
    and (disbursed_on is not null) = (drawn > 0)
    and (state in ('CONTRACT_SIGNED', 'PARTLY_DISBURSED', 'CANCELLED') or drawn + released = principal)
    and (state <> 'CHARGED_OFF' or charged_off_on is not null)
    and (state not in ('PARTLY_DISBURSED', 'ACTIVE') or charged_off_on is null)
    and (state = 'WRITTEN_OFF_FINAL') = (written_off_on is not null)
    and (state <> 'PARTLY_DISBURSED' or drawn + released < principal)
    and (state in ('PAID_OFF', 'CLOSED')) = (settled_on is not null)
    and (state = 'CLOSED') = (closed_on is not null)
    and (state = 'CANCELLED') = (cancelled_on is not null)
    and settled_on >= disbursed_on);

alter table servicing.disbursement
    drop constraint disbursement_loan_id_key,
    add column turn int not null default 0,
    add column tranche int not null default 1 check (tranche >= 1),
    add column entry_id bigint,
    add column paid_at timestamptz,
    add column returned_on date,
    add column return_booked_on date,
    add column return_entry_id bigint,
    add column return_id bigint unique references servicing.proposal,
    add column return_reason text,
    add column returned_at timestamptz,
    add constraint disbursement_tranche unique (loan_id, tranche);
update servicing.disbursement d set entry_id = (select f.entry_id from ledger.posted_fact f
    join servicing.loan l on l.id = d.loan_id and l.fund_id = f.fund_id where f.source_fact = 'disbursement:' || d.id);
create unique index disbursement_one_on_its_way on servicing.disbursement (loan_id)
    where state in ('PREPARED', 'CHECKED', 'APPROVED');
alter table servicing.disbursement drop constraint disbursement_state_check;
alter table servicing.disbursement add constraint disbursement_state_check check (state in
    ('PREPARED', 'CHECKED', 'APPROVED', 'PAID', 'RETURNED', 'CANCELLED'));
alter table servicing.disbursement drop constraint disbursement_steps_in_order;
alter table servicing.disbursement add constraint disbursement_steps_in_order check (
    state = 'CANCELLED' or (
    (state in ('CHECKED', 'APPROVED', 'PAID', 'RETURNED')) = (checked_by is not null)
    and (state in ('APPROVED', 'PAID', 'RETURNED')) = (approved_by is not null)
    and (state in ('PAID', 'RETURNED')) = (paid_by is not null and paid_on is not null)));
alter table servicing.disbursement add constraint disbursement_return_whole check (
    (state = 'RETURNED') = (returned_on is not null)
    and num_nonnulls(returned_on, return_booked_on, return_entry_id, return_id, return_reason, returned_at) in (0, 6));
comment on table servicing.disbursement is 'The payments of a loan to its borrower, one a tranche: who prepares, who checks, who approves and who pays are four people (Circular 99/2025/TT-BTC art. 3). RETURNED: the money came back, the tranche does not stand; CANCELLED: given up before it was paid';

alter table servicing.schedule_version drop constraint schedule_version_reason_check;
alter table servicing.schedule_version add constraint schedule_version_reason_check check (reason in
    ('CONTRACT', 'DISBURSEMENT', 'EARLY_REPAYMENT', 'REVERSAL', 'RESTRUCTURE', 'TAKEN_ON', 'CALENDAR'));

-- a loan whose first disbursement came back is asked again before the next first one
alter table servicing.bad_debt_check drop constraint bad_debt_check_pkey, add primary key (loan_id, recorded_at);
--rollback alter table servicing.schedule_version drop constraint schedule_version_reason_check; alter table servicing.schedule_version add constraint schedule_version_reason_check check (reason in ('CONTRACT', 'DISBURSEMENT', 'EARLY_REPAYMENT', 'CALENDAR')); alter table servicing.bad_debt_check drop constraint bad_debt_check_pkey, add primary key (loan_id); drop index servicing.disbursement_one_on_its_way; alter table servicing.disbursement drop constraint disbursement_return_whole, drop constraint disbursement_steps_in_order, drop constraint disbursement_state_check, drop constraint disbursement_tranche, drop column returned_at, drop column return_reason, drop column return_id, drop column return_entry_id, drop column return_booked_on, drop column returned_on, drop column paid_at, drop column entry_id, drop column tranche, drop column turn, add constraint disbursement_loan_id_key unique (loan_id), add constraint disbursement_state_check check (state in ('PREPARED', 'CHECKED', 'APPROVED', 'PAID')), add constraint disbursement_steps_in_order check ((state in ('CHECKED', 'APPROVED', 'PAID')) = (checked_by is not null) and (state in ('APPROVED', 'PAID')) = (approved_by is not null) and (state = 'PAID') = (paid_by is not null and paid_on is not null)); alter table servicing.loan drop constraint loan_dates_fit_state, drop constraint loan_state_check, drop constraint loan_not_overdrawn, drop column released, drop column drawn; alter table servicing.loan add constraint loan_state_check check (state in ('CONTRACT_SIGNED', 'ACTIVE', 'PAID_OFF', 'CLOSED', 'CANCELLED', 'CHARGED_OFF', 'WRITTEN_OFF_FINAL')), add constraint loan_dates_fit_state check ((state in ('ACTIVE', 'CHARGED_OFF', 'WRITTEN_OFF_FINAL', 'PAID_OFF', 'CLOSED')) = (disbursed_on is not null) and (state in ('PAID_OFF', 'CLOSED')) = (settled_on is not null) and (state = 'CLOSED') = (closed_on is not null) and (state = 'CANCELLED') = (cancelled_on is not null) and settled_on >= disbursed_on);
