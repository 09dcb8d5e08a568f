--liquibase formatted sql logicalFilePath:servicing/021-reverse-repayment.sql
--changeset servicing:021-reverse-repayment splitStatements:false
alter table servicing.repayment
    add column reversed_on date,
    add column reversal_booked_on date,
    add column reversal_entry_id bigint,
    add column reversal_id bigint unique references servicing.proposal,
    add column reversal_reason text,
    add column reversed_at timestamptz,
    add constraint repayment_reversal_whole check (num_nonnulls(reversed_on, reversal_booked_on, reversal_entry_id,
        reversal_id, reversal_reason, reversed_at) in (0, 6));
comment on column servicing.repayment.reversed_on is 'Taken back on that business date: the receipt does not stand any more, and its bank reference is free again';

-- the reference belongs to the receipt that stands
drop index servicing.repayment_reference;
create unique index repayment_reference on servicing.repayment (fund_id, reference)
    where channel = 'BANK' and reversed_on is null;

-- a receipt is never changed, but once taken back
create function servicing.only_reverse_repayment() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.reversed_on is not null or new.reversed_on is null
        or to_jsonb(new) - array['reversed_on', 'reversal_booked_on', 'reversal_entry_id', 'reversal_id',
                                 'reversal_reason', 'reversed_at']
           is distinct from
           to_jsonb(old) - array['reversed_on', 'reversal_booked_on', 'reversal_entry_id', 'reversal_id',
                                 'reversal_reason', 'reversed_at'] then
        raise exception 'a receipt is only added, or taken back once'
            using errcode = '23514', constraint = 'repayment_append_only';
    end if;
    return new;
end $$;
drop trigger repayment_append_only on servicing.repayment;
create trigger repayment_append_only before update or delete on servicing.repayment
    for each row execute function servicing.only_reverse_repayment();

alter table servicing.reallocation drop constraint reallocation_reason_check;
alter table servicing.reallocation add constraint reallocation_reason_check check (reason in ('CREDIT_USED', 'BACK_DATED',
    'REVERSED', 'DISBURSED', 'REFUNDED', 'WAIVED', 'RESTRUCTURED'));
--rollback alter table servicing.reallocation drop constraint reallocation_reason_check; alter table servicing.reallocation add constraint reallocation_reason_check check (reason in ('CREDIT_USED', 'BACK_DATED')); drop trigger repayment_append_only on servicing.repayment; create trigger repayment_append_only before update or delete on servicing.repayment for each row execute function access.refuse_change(); drop function servicing.only_reverse_repayment(); drop index servicing.repayment_reference; create unique index repayment_reference on servicing.repayment (fund_id, reference) where channel = 'BANK'; alter table servicing.repayment drop constraint repayment_reversal_whole, drop column reversed_at, drop column reversal_reason, drop column reversal_id, drop column reversal_entry_id, drop column reversal_booked_on, drop column reversed_on;
