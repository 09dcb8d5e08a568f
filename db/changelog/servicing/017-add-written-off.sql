--liquibase formatted sql logicalFilePath:servicing/017-add-written-off.sql
--changeset servicing:017-add-written-off
alter table servicing.loan add column charged_off_on date;
alter table servicing.loan add column written_off_on date;
alter table servicing.loan drop constraint loan_state_check;
alter table servicing.loan add constraint loan_state_check check (state in ('CONTRACT_SIGNED', 'ACTIVE', 'PAID_OFF',
    'CLOSED', 'CANCELLED', 'CHARGED_OFF', 'WRITTEN_OFF_FINAL'));
alter table servicing.loan drop constraint loan_dates_fit_state;
alter table servicing.loan add constraint loan_dates_fit_state check (
    (state in ('ACTIVE', 'CHARGED_OFF', 'WRITTEN_OFF_FINAL', 'PAID_OFF', 'CLOSED')) = (disbursed_on is not null)
    and (state in ('PAID_OFF', 'CLOSED')) = (settled_on is not null)
    and (state = 'CLOSED') = (closed_on is not null)
    and (state = 'CANCELLED') = (cancelled_on is not null)
    and (state <> 'CHARGED_OFF' or charged_off_on is not null)
    and (state <> 'ACTIVE' or charged_off_on is null)
    and (state = 'WRITTEN_OFF_FINAL') = (written_off_on is not null)
    and settled_on >= disbursed_on);
-- five years outside the balance sheet before a debt is given up for good (Decree 45/2021/ND-CP art. 28)
alter table servicing.loan add constraint loan_written_off_after_five_years check (
    written_off_on >= charged_off_on + interval '5 years');
comment on column servicing.loan.charged_off_on is 'When the debt left the balance sheet; it is pursued in memorandum from then on';
create sequence servicing.charged_off_movement_seq increment by 50;
--rollback drop sequence servicing.charged_off_movement_seq; alter table servicing.loan drop constraint loan_written_off_after_five_years; alter table servicing.loan drop constraint loan_dates_fit_state; alter table servicing.loan drop constraint loan_state_check; alter table servicing.loan drop column charged_off_on; alter table servicing.loan drop column written_off_on;
--rollback alter table servicing.loan add constraint loan_state_check check (state in ('CONTRACT_SIGNED', 'ACTIVE', 'PAID_OFF', 'CLOSED', 'CANCELLED'));
--rollback alter table servicing.loan add constraint loan_dates_fit_state check ((state in ('ACTIVE', 'PAID_OFF', 'CLOSED')) = (disbursed_on is not null) and (state in ('PAID_OFF', 'CLOSED')) = (settled_on is not null) and (state = 'CLOSED') = (closed_on is not null) and (state = 'CANCELLED') = (cancelled_on is not null) and settled_on >= disbursed_on);
