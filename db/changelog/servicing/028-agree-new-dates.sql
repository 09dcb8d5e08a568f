--liquibase formatted sql logicalFilePath:servicing/028-agree-new-dates.sql
--changeset servicing:028-agree-new-dates splitStatements:false
alter table servicing.loan
    add column anew_planned_on   date,
    add column anew_first_due_on date,
    add constraint loan_dates_anew check (
        (anew_planned_on is null) = (anew_first_due_on is null) and anew_first_due_on > anew_planned_on);
comment on column servicing.loan.anew_planned_on is 'Where the first money could not leave before the first due date of the contract: the disbursement day agreed anew by an annex, from which the whole grid is moved';
comment on column servicing.loan.anew_first_due_on is 'The first due date agreed with it; planned_on and first_due_on keep what was signed';
alter table servicing.disbursement add column first_due_on date check (first_due_on > planned_on);
comment on column servicing.disbursement.first_due_on is 'The first due date that who prepares the first payment proposes to agree anew; approved with the payment. Empty: the dates of the contract stay';

-- Due dates are agreed anew only while no money is out.
create function servicing.agree_dates_before_money() returns trigger language plpgsql as $$
begin
    if (new.anew_planned_on, new.anew_first_due_on) is distinct from (old.anew_planned_on, old.anew_first_due_on)
            and (old.drawn > 0 or new.state <> 'CONTRACT_SIGNED') then
        raise exception 'money of loan % is out: its dates change by restructuring alone', old.number
            using errcode = '23514', constraint = 'loan_dates_anew_before_money';
    end if;
    return new;
end $$;
create trigger loan_dates_anew_before_money before update on servicing.loan
    for each row execute function servicing.agree_dates_before_money();

alter table servicing.schedule_version drop constraint schedule_version_reason_check;
alter table servicing.schedule_version add constraint schedule_version_reason_check check (reason in
    ('CONTRACT', 'NEW_DATES', 'DISBURSEMENT', 'EARLY_REPAYMENT', 'REVERSAL', 'RESTRUCTURE', 'TAKEN_ON', 'CALENDAR'));
--rollback alter table servicing.schedule_version drop constraint schedule_version_reason_check; alter table servicing.schedule_version add constraint schedule_version_reason_check check (reason in ('CONTRACT', 'DISBURSEMENT', 'EARLY_REPAYMENT', 'REVERSAL', 'RESTRUCTURE', 'TAKEN_ON', 'CALENDAR'));
--rollback drop trigger loan_dates_anew_before_money on servicing.loan; drop function servicing.agree_dates_before_money();
--rollback alter table servicing.disbursement drop column first_due_on; alter table servicing.loan drop constraint loan_dates_anew, drop column anew_first_due_on, drop column anew_planned_on;
