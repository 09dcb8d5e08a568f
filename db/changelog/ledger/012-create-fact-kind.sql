--liquibase formatted sql logicalFilePath:ledger/012-create-fact-kind.sql
--changeset ledger:012-create-fact-kind splitStatements:false
create table ledger.fact_kind (
    kind         text primary key check (kind ~ '^[a-z]+(-[a-z]+)*$'),
    second_person boolean not null,
    program_may  boolean not null default false,
    why          text not null
);
comment on table ledger.fact_kind is 'Kinds of business facts, the word before the first colon of a source fact, that the books take from two people only; kinds without a row need one';
comment on column ledger.fact_kind.program_may is 'Whether an entry that no person made stands by itself: it follows from something that two people did';

insert into ledger.fact_kind (kind, second_person, program_may, why) values
    ('reversal', true, true, 'a posted entry is taken back'),
    ('waiver', true, true, 'interest is forgiven'),
    ('refund', true, false, 'money leaves to a borrower'),
    ('contribution', true, true, 'capital comes in; the demonstration brings its own'),
    ('withdrawal', true, false, 'capital goes out'),
    ('taken-on', true, false, 'a live loan comes from elsewhere'),
    ('manual', true, false, 'an entry without a fact behind it'),
    ('opening', true, false, 'what stood before the books began here'),
    ('year-end', true, false, 'the result of a year'),
    ('year-carry', true, false, 'the result of a year goes to earlier years');

-- At the commit, so that an act may be rehearsed by one person and taken back.
create or replace function ledger.check_entry_balance() returns trigger language plpgsql as $$
declare
    lines bigint;
    debits numeric;
    credits numeric;
begin
    select count(*), coalesce(sum(debit), 0), coalesce(sum(credit), 0) into lines, debits, credits
      from ledger.posting where entry_id = new.id and booked_on = new.booked_on;
    if lines <> new.line_count or debits <> new.amount or credits <> new.amount then
        raise exception 'entry % of % lines over % has % lines, debit %, credit %',
            new.id, new.line_count, new.amount, lines, debits, credits
            using errcode = '23514', constraint = 'entry_balanced';
    end if;
    if new.checked_by is null and exists (
            select 1 from ledger.fact_kind k
            where k.kind = split_part(new.source_fact, ':', 1) and k.second_person
              and (new.made_by is not null or not k.program_may)) then
        raise exception 'entry % of % waits for a second person', new.id, new.source_fact
            using errcode = '23514', constraint = 'entry_checked';
    end if;
    return null;
end $$;
--rollback drop table ledger.fact_kind;
