--liquibase formatted sql logicalFilePath:access/047-take-duties-of-rows.sql
--changeset access:047-take-duties-of-rows splitStatements:false
create table access.duty_side (
    duty         text primary key,
    subject_type text not null,
    noted_by     text not null check (noted_by in ('ACT', 'ROW'))
);
comment on table access.duty_side is 'On which kind of subject a side is taken, and whether the act notes it or the database itself from the row that names the person';
insert into access.duty_side (duty, subject_type, noted_by) values
    ('PREPARE_APPLICATION', 'APPLICATION', 'ACT'), ('CHECK_COMPLETENESS', 'APPLICATION', 'ACT'),
    ('APPRAISE', 'APPLICATION', 'ACT'), ('VISIT', 'APPLICATION', 'ACT'), ('REVIEW', 'APPLICATION', 'ACT'),
    ('DECIDE', 'APPLICATION', 'ACT'), ('VOTE', 'APPLICATION', 'ACT'), ('SIGN_CONTRACT', 'APPLICATION', 'ACT'),
    ('CONFIRM_BAD_DEBT', 'LOAN', 'ACT'), ('PREPARE_DISBURSEMENT', 'LOAN', 'ACT'), ('CHECK_DISBURSEMENT', 'LOAN', 'ACT'),
    ('APPROVE_DISBURSEMENT', 'LOAN', 'ACT'), ('PAY_DISBURSEMENT', 'LOAN', 'ACT'),
    ('PREPARE_REVERSAL', 'ENTRY', 'ACT'), ('CONFIRM_REVERSAL', 'ENTRY', 'ACT'),
    ('PROPOSE_ACT', 'PROPOSAL', 'ACT'), ('DECIDE_ACT', 'PROPOSAL', 'ACT'),
    ('PREPARE_CONTRIBUTION', 'CONTRIBUTION', 'ACT'), ('CONFIRM_CONTRIBUTION', 'CONTRIBUTION', 'ACT'),
    ('PREPARE_ORDER', 'ORDER', 'ACT'), ('CHECK_ORDER', 'ORDER', 'ACT'), ('PAY_ORDER', 'ORDER', 'ACT'),
    ('PREPARE_PARAMETER', 'REGULATION', 'ACT'), ('CONFIRM_PARAMETER', 'REGULATION', 'ACT'),
    ('PREPARE_VOUCHER', 'VOUCHER', 'ROW'), ('SIGN_CASH', 'VOUCHER', 'ROW'),
    ('COUNT_CASH', 'CASH_COUNT', 'ROW'), ('SIGN_CASH_COUNT', 'CASH_COUNT', 'ROW'),
    ('PREPARE_ENTRY', 'ENTRY', 'ROW'), ('CHECK_ENTRY', 'ENTRY', 'ROW'),
    ('PROPOSE_BOOKS', 'BOOKS', 'ROW'), ('DECIDE_BOOKS', 'BOOKS', 'ROW'),
    ('PREPARE_RECONCILIATION', 'RECONCILIATION', 'ROW'), ('SIGN_RECONCILIATION', 'RECONCILIATION', 'ROW'),
    ('PROPOSE_UNMATCHING', 'UNMATCHING', 'ROW'), ('DECIDE_UNMATCHING', 'UNMATCHING', 'ROW'),
    ('OVERRIDE_GROUP', 'CLASSIFICATION', 'ROW'), ('APPROVE_CLASSIFICATION', 'CLASSIFICATION', 'ROW'),
    ('PREPARE_PROVISION', 'PROVISION', 'ROW'), ('DECIDE_PROVISION', 'PROVISION', 'ROW'),
    ('PROPOSE_WRITE_OFF', 'WRITE_OFF', 'ROW'), ('VOTE_WRITE_OFF', 'WRITE_OFF', 'ROW'), ('DECIDE_WRITE_OFF', 'WRITE_OFF', 'ROW'),
    ('PROPOSE_ROLES', 'ROLES', 'ROW'), ('CONFIRM_ROLES', 'ROLES', 'ROW'),
    ('RAISE_FINDING', 'FINDING', 'ROW'), ('ANSWER_FINDING', 'FINDING', 'ROW');

with pair(a, b, r) as (values
    ('PREPARE_VOUCHER', 'SIGN_CASH', 'the maker does not sign for the cashier'),
    ('COUNT_CASH', 'SIGN_CASH_COUNT', 'who counts does not countersign'),
    ('PREPARE_ENTRY', 'CHECK_ENTRY', 'the maker does not check'),
    ('PROPOSE_BOOKS', 'DECIDE_BOOKS', 'who proposed does not decide'),
    ('PREPARE_RECONCILIATION', 'SIGN_RECONCILIATION', 'the maker does not sign'),
    ('PROPOSE_UNMATCHING', 'DECIDE_UNMATCHING', 'who proposed does not decide'),
    ('OVERRIDE_GROUP', 'APPROVE_CLASSIFICATION', 'who overrode a group does not approve the run'),
    ('PREPARE_PROVISION', 'DECIDE_PROVISION', 'the maker does not decide'),
    ('PROPOSE_WRITE_OFF', 'VOTE_WRITE_OFF', 'who proposed does not vote'),
    ('PROPOSE_WRITE_OFF', 'DECIDE_WRITE_OFF', 'who proposed does not decide'),
    ('PROPOSE_ROLES', 'CONFIRM_ROLES', 'who proposed does not confirm'),
    ('RAISE_FINDING', 'ANSWER_FINDING', 'who controls does not answer')
)
insert into access.duty_conflict (duty, conflicts_with, reason)
select a, b, r from pair union all select b, a, r from pair;

-- A row that names who did what takes that person's side itself: arguments are the subject's type, the column of its id,
-- then columns and the duties of those whom they name.
create function access.take_duties() returns trigger language plpgsql as $$
declare
    named jsonb := to_jsonb(new);
    person bigint;
    at int := 2;
begin
    while at < tg_nargs loop
        person := (named ->> tg_argv[at])::bigint;
        if person is not null then
            insert into access.duty_taken (fund_id, subject_type, subject_id, duty, person_id)
            values (coalesce((named ->> 'fund_id')::bigint, 1), tg_argv[0], (named ->> tg_argv[1])::bigint, tg_argv[at + 1], person)
            on conflict do nothing;
        end if;
        at := at + 2;
    end loop;
    return null;
end $$;

create trigger voucher_takes_duties after insert on vouchers.voucher for each row when (new.kind in ('RECEIPT', 'PAYMENT'))
    execute function access.take_duties('VOUCHER', 'id', 'made_by', 'PREPARE_VOUCHER');
create trigger cash_signature_takes_duties after insert on vouchers.cash_signature for each row
    execute function access.take_duties('VOUCHER', 'voucher_id', 'signed_by', 'SIGN_CASH');
create trigger cash_count_takes_duties after insert or update on vouchers.cash_count for each row
    execute function access.take_duties('CASH_COUNT', 'id', 'counted_by', 'COUNT_CASH', 'signed_by', 'SIGN_CASH_COUNT');
create trigger entry_takes_duties after insert on ledger.entry for each row when (new.checked_by is not null)
    execute function access.take_duties('ENTRY', 'id', 'made_by', 'PREPARE_ENTRY', 'checked_by', 'CHECK_ENTRY');
create trigger proposal_takes_duties after insert or update on ledger.proposal for each row
    execute function access.take_duties('BOOKS', 'id', 'proposed_by', 'PROPOSE_BOOKS', 'decided_by', 'DECIDE_BOOKS');
create trigger reconciliation_takes_duties after insert or update on treasury.reconciliation for each row
    execute function access.take_duties('RECONCILIATION', 'id', 'prepared_by', 'PREPARE_RECONCILIATION', 'signed_by', 'SIGN_RECONCILIATION');
create trigger unmatching_takes_duties after insert or update on treasury.unmatching for each row
    execute function access.take_duties('UNMATCHING', 'id', 'proposed_by', 'PROPOSE_UNMATCHING', 'decided_by', 'DECIDE_UNMATCHING');
create trigger override_takes_duties after insert on servicing.classification_override for each row
    execute function access.take_duties('CLASSIFICATION', 'run_id', 'decided_by', 'OVERRIDE_GROUP');
create trigger classification_run_takes_duties after update on servicing.classification_run for each row
    execute function access.take_duties('CLASSIFICATION', 'id', 'approved_by', 'APPROVE_CLASSIFICATION');
create trigger provision_run_takes_duties after insert or update on risk.provision_run for each row
    execute function access.take_duties('PROVISION', 'id', 'proposed_by', 'PREPARE_PROVISION', 'decided_by', 'DECIDE_PROVISION');
create trigger write_off_takes_duties after insert or update on risk.write_off for each row
    execute function access.take_duties('WRITE_OFF', 'id', 'proposed_by', 'PROPOSE_WRITE_OFF', 'decided_by', 'DECIDE_WRITE_OFF');
create trigger write_off_vote_takes_duties after insert on risk.write_off_vote for each row
    execute function access.take_duties('WRITE_OFF', 'write_off_id', 'member_id', 'VOTE_WRITE_OFF');
create trigger role_change_takes_duties after insert or update on people.role_change for each row when (new.state in ('PENDING', 'CONFIRMED'))
    execute function access.take_duties('ROLES', 'id', 'proposed_by', 'PROPOSE_ROLES', 'decided_by', 'CONFIRM_ROLES');
create trigger finding_takes_duties after insert on reporting.finding for each row
    execute function access.take_duties('FINDING', 'id', 'raised_by', 'RAISE_FINDING', 'responsible', 'ANSWER_FINDING');
--rollback drop function access.take_duties() cascade; delete from access.duty_conflict where duty in (select duty from access.duty_side where noted_by = 'ROW'); drop table access.duty_side;
