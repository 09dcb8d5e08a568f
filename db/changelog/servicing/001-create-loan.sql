--liquibase formatted sql logicalFilePath:servicing/001-create-loan.sql
--changeset servicing:001-create-loan splitStatements:false
create schema servicing;

create table servicing.loan (
    id                   bigint primary key,
    fund_id              bigint not null references access.fund,
    version              int not null,
    number               text not null,
    application_id       bigint not null,
    contract_number      text not null,
    borrower_id          bigint not null references cooperatives.borrower,
    project_name         text not null,
    search_text          text not null,
    signed_on            date not null,
    state                text not null check (state in ('CONTRACT_SIGNED', 'ACTIVE', 'PAID_OFF', 'CLOSED', 'CANCELLED')),
    principal            bigint not null check (principal > 0),
    annual_rate          numeric(9,6) not null check (annual_rate between 0 and 100),
    overdue_factor       numeric(6,3) not null check (overdue_factor between 100 and 150),
    late_interest_rate   numeric(6,3) not null check (late_interest_rate between 0 and 10),
    day_count            text not null,
    method               text not null,
    instalments          int not null check (instalments > 0),
    months_between       int not null check (months_between > 0),
    planned_on           date not null,
    first_due_on         date not null,
    overdue_scope        text not null,
    allocation_in_term   text not null,
    allocation_overdue   text not null,
    secured              boolean not null,
    security             text,
    disbursed_on         date,
    settled_on           date,
    closed_on            date,
    cancelled_on         date,
    unique (fund_id, number),
    unique (fund_id, contract_number),
    unique (fund_id, application_id),
    check (first_due_on > planned_on),
    constraint loan_dates_fit_state check (
        (state in ('ACTIVE', 'PAID_OFF', 'CLOSED')) = (disbursed_on is not null)
        and (state in ('PAID_OFF', 'CLOSED')) = (settled_on is not null)
        and (state = 'CLOSED') = (closed_on is not null)
        and (state = 'CANCELLED') = (cancelled_on is not null)
        and settled_on >= disbursed_on)
);
create index loan_borrower on servicing.loan (borrower_id);
create index loan_state on servicing.loan (fund_id, state);
comment on table servicing.loan is 'A loan from signed contract to settlement, with the conventions of its contract frozen; that it is past due is computed, never a state. Rates are percent a year, the overdue factor percent of the rate';

-- A signed loan keeps what was signed: changing a product, or this row, does not change it.
create function servicing.keep_what_was_signed() returns trigger language plpgsql as $$
begin
    if (new.id, new.fund_id, new.number, new.application_id, new.contract_number, new.borrower_id, new.signed_on,
            new.principal, new.annual_rate, new.overdue_factor, new.late_interest_rate, new.day_count, new.method,
            new.instalments, new.months_between, new.planned_on, new.first_due_on, new.overdue_scope,
            new.allocation_in_term, new.allocation_overdue, new.secured)
        is distinct from
       (old.id, old.fund_id, old.number, old.application_id, old.contract_number, old.borrower_id, old.signed_on,
            old.principal, old.annual_rate, old.overdue_factor, old.late_interest_rate, old.day_count, old.method,
            old.instalments, old.months_between, old.planned_on, old.first_due_on, old.overdue_scope,
            old.allocation_in_term, old.allocation_overdue, old.secured) then
        raise exception 'the conventions of loan % are signed', old.number
            using errcode = '23514', constraint = 'loan_conventions_frozen';
    end if;
    return new;
end $$;
create trigger loan_conventions_frozen before update on servicing.loan
    for each row execute function servicing.keep_what_was_signed();
create trigger loan_kept before delete on servicing.loan
    for each row execute function access.refuse_change();
create trigger loan_keep before truncate on servicing.loan
    for each statement execute function access.refuse_change();
--rollback drop schema servicing cascade;
