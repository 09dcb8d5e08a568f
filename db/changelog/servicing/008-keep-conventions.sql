--liquibase formatted sql logicalFilePath:servicing/008-keep-conventions.sql
--changeset servicing:008-keep-conventions splitStatements:false
alter table servicing.loan
    alter column months_between drop not null,
    add column rate_unit           text not null default 'YEAR' check (rate_unit in ('YEAR', 'MONTH')),
    add column rate_conversion     text check (rate_conversion in ('TIMES_12', 'DAYS_365_OVER_30')),
    add column principal_grace     int not null default 0 check (principal_grace >= 0),
    add column interest_every      int check (interest_every > 0),
    add column instalment_multiple bigint not null default 1 check (instalment_multiple > 0),
    add column working_days        text not null default 'NONE'
        check (working_days in ('NONE', 'NEXT', 'NEXT_SAME_MONTH', 'PREVIOUS')),
    add column interest_follows    boolean not null default true,
    add column interest_rounding   text not null default 'HALF_UP' check (interest_rounding in ('HALF_UP', 'HALF_EVEN')),
    add constraint loan_rate_converts check ((rate_unit = 'MONTH') = (rate_conversion is not null)),
    add constraint loan_rhythm check ((method = 'CUSTOM') = (months_between is null)),
    add constraint loan_orders_name_each_part check (
        string_to_array(allocation_in_term, ',') @> array['PRINCIPAL', 'INTEREST', 'OVERDUE_INTEREST', 'LATE_INTEREST']
        and cardinality(string_to_array(allocation_in_term, ',')) = 4
        and string_to_array(allocation_overdue, ',') @> array['PRINCIPAL', 'INTEREST', 'OVERDUE_INTEREST', 'LATE_INTEREST']
        and cardinality(string_to_array(allocation_overdue, ',')) = 4);
comment on column servicing.loan.annual_rate is 'The rate as the contract quotes it: percent for each rate_unit';
comment on column servicing.loan.months_between is 'Months from one principal date to the next; empty where the dates are agreed one by one';
comment on column servicing.loan.interest_every is 'Months from one interest date to the next where interest has a rhythm of its own';

create table servicing.loan_principal (
    loan_id bigint not null references servicing.loan,
    number  int not null check (number >= 1),
    due_on  date not null,
    amount  bigint not null check (amount >= 0),
    primary key (loan_id, number),
    unique (loan_id, due_on)
);
comment on table servicing.loan_principal is 'The principal agreed date by date (method CUSTOM, e.g. after each harvest); part of the signed contract';

create table servicing.loan_tranche (
    loan_id    bigint not null references servicing.loan,
    number     int not null check (number >= 1),
    planned_on date not null,
    amount     bigint not null check (amount > 0),
    primary key (loan_id, number)
);
comment on table servicing.loan_tranche is 'How the contract plans to pay the principal out; no rows where it goes at once. Part of the signed contract';

-- What the contract lists sums to what it lends; so a row added later cannot pass.
create function servicing.sum_to_principal() returns trigger language plpgsql as $$
declare
    total bigint;
begin
    execute format('select sum(amount) from %I.%I where loan_id = $1', tg_table_schema, tg_table_name)
        into total using new.loan_id;
    if total <> (select principal from servicing.loan where id = new.loan_id) then
        raise exception 'the rows of % do not sum to the principal of loan %', tg_table_name, new.loan_id
            using errcode = '23514', constraint = tg_name;
    end if;
    return null;
end $$;

do $$
declare
    kept text;
begin
    foreach kept in array array['loan_principal', 'loan_tranche'] loop
        execute format('create constraint trigger %I after insert on servicing.%I deferrable initially deferred '
            'for each row execute function servicing.sum_to_principal()', kept || '_sums', kept);
        execute format('create trigger %I before update or delete on servicing.%I '
            'for each row execute function access.refuse_change()', kept || '_append_only', kept);
        execute format('create trigger %I before truncate on servicing.%I '
            'for each statement execute function access.refuse_change()', kept || '_keep', kept);
    end loop;
end $$;

create or replace function servicing.keep_what_was_signed() returns trigger language plpgsql as $$
begin
    if (new.id, new.fund_id, new.number, new.application_id, new.contract_number, new.borrower_id, new.signed_on,
            new.principal, new.annual_rate, new.rate_unit, new.rate_conversion, new.overdue_factor,
            new.late_interest_rate, new.day_count, new.method, new.instalments, new.months_between, new.planned_on,
            new.first_due_on, new.principal_grace, new.interest_every, new.instalment_multiple, new.working_days,
            new.interest_follows, new.interest_rounding, new.overdue_scope, new.allocation_in_term,
            new.allocation_overdue, new.secured)
        is distinct from
       (old.id, old.fund_id, old.number, old.application_id, old.contract_number, old.borrower_id, old.signed_on,
            old.principal, old.annual_rate, old.rate_unit, old.rate_conversion, old.overdue_factor,
            old.late_interest_rate, old.day_count, old.method, old.instalments, old.months_between, old.planned_on,
            old.first_due_on, old.principal_grace, old.interest_every, old.instalment_multiple, old.working_days,
            old.interest_follows, old.interest_rounding, old.overdue_scope, old.allocation_in_term,
            old.allocation_overdue, old.secured) then
        raise exception 'the conventions of loan % are signed', old.number
            using errcode = '23514', constraint = 'loan_conventions_frozen';
    end if;
    return new;
end $$;
--rollback create or replace function servicing.keep_what_was_signed() returns trigger language plpgsql as $$
--rollback begin
--rollback     if (new.id, new.fund_id, new.number, new.application_id, new.contract_number, new.borrower_id, new.signed_on,
--rollback             new.principal, new.annual_rate, new.overdue_factor, new.late_interest_rate, new.day_count, new.method,
--rollback             new.instalments, new.months_between, new.planned_on, new.first_due_on, new.overdue_scope,
--rollback             new.allocation_in_term, new.allocation_overdue, new.secured)
--rollback         is distinct from
--rollback        (old.id, old.fund_id, old.number, old.application_id, old.contract_number, old.borrower_id, old.signed_on,
--rollback             old.principal, old.annual_rate, old.overdue_factor, old.late_interest_rate, old.day_count, old.method,
--rollback             old.instalments, old.months_between, old.planned_on, old.first_due_on, old.overdue_scope,
--rollback             old.allocation_in_term, old.allocation_overdue, old.secured) then
--rollback         raise exception 'the conventions of loan % are signed', old.number
--rollback             using errcode = '23514', constraint = 'loan_conventions_frozen';
--rollback     end if;
--rollback     return new;
--rollback end $$;
--rollback drop table servicing.loan_tranche; drop table servicing.loan_principal; drop function servicing.sum_to_principal();
--rollback alter table servicing.loan drop constraint loan_orders_name_each_part, drop constraint loan_rhythm, drop column rate_unit, drop column rate_conversion, drop column principal_grace, drop column interest_every, drop column instalment_multiple, drop column working_days, drop column interest_follows, drop column interest_rounding, alter column months_between set not null;
