--liquibase formatted sql logicalFilePath:origination/003-keep-contract-terms.sql
--changeset origination:003-keep-contract-terms splitStatements:false
alter table origination.decision
    add column rate_unit       text not null default 'YEAR' check (rate_unit in ('YEAR', 'MONTH')),
    add column rate_conversion text check (rate_conversion in ('TIMES_12', 'DAYS_365_OVER_30')),
    add constraint decision_rate_converts check ((rate_unit = 'MONTH') = (rate_conversion is not null));
comment on column origination.decision.annual_rate is 'The rate as it is quoted: percent for each rate_unit';

alter table origination.contract
    alter column months_between drop not null,
    add column method              text not null default 'EQUAL_PRINCIPAL'
        check (method in ('EQUAL_PRINCIPAL', 'EQUAL_INSTALMENT', 'BULLET', 'CUSTOM')),
    add column principal_grace     int not null default 0 check (principal_grace >= 0),
    add column interest_every      int check (interest_every > 0),
    add column instalment_multiple bigint not null default 1 check (instalment_multiple > 0),
    add column day_count           text not null default 'ACT_365'
        check (day_count in ('ACT_365', 'ACT_360', 'ACT_ACT_ISDA', 'THIRTY_360')),
    add column interest_rounding   text not null default 'HALF_UP' check (interest_rounding in ('HALF_UP', 'HALF_EVEN')),
    add column working_days        text not null default 'NONE'
        check (working_days in ('NONE', 'NEXT', 'NEXT_SAME_MONTH', 'PREVIOUS')),
    add column interest_follows    boolean not null default true,
    add column overdue_scope       text not null default 'INSTALMENT' check (overdue_scope in ('INSTALMENT', 'WHOLE_BALANCE')),
    add column allocation_in_term  text not null default 'INTEREST,PRINCIPAL,OVERDUE_INTEREST,LATE_INTEREST',
    add column allocation_overdue  text not null default 'PRINCIPAL,INTEREST,OVERDUE_INTEREST,LATE_INTEREST',
    add constraint contract_rhythm check ((method = 'CUSTOM') = (months_between is null));
comment on column origination.contract.interest_every is 'Months from one interest date to the next where interest has a rhythm of its own';

create table origination.contract_principal (
    application_id bigint not null references origination.contract (application_id),
    number         int not null check (number >= 1),
    due_on         date not null,
    amount         bigint not null check (amount >= 0),
    primary key (application_id, number)
);
comment on table origination.contract_principal is 'The principal that a contract agrees date by date (method CUSTOM)';

create table origination.contract_tranche (
    application_id bigint not null references origination.contract (application_id),
    number         int not null check (number >= 1),
    planned_on     date not null,
    amount         bigint not null check (amount > 0),
    primary key (application_id, number)
);
comment on table origination.contract_tranche is 'How a contract plans to pay the principal out; no rows where it goes at once';

do $$
declare
    kept text;
begin
    foreach kept in array array['contract_principal', 'contract_tranche'] loop
        execute format('create trigger %I before update or delete on origination.%I '
            'for each row execute function access.refuse_change()', kept || '_append_only', kept);
        execute format('create trigger %I before truncate on origination.%I '
            'for each statement execute function access.refuse_change()', kept || '_keep', kept);
    end loop;
end $$;
--rollback drop table origination.contract_tranche; drop table origination.contract_principal;
--rollback alter table origination.contract drop constraint contract_rhythm, drop column method, drop column principal_grace, drop column interest_every, drop column instalment_multiple, drop column day_count, drop column interest_rounding, drop column working_days, drop column interest_follows, drop column overdue_scope, drop column allocation_in_term, drop column allocation_overdue, alter column months_between set not null;
--rollback alter table origination.decision drop constraint decision_rate_converts, drop column rate_unit, drop column rate_conversion;
