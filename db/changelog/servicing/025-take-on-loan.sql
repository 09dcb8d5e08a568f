--liquibase formatted sql logicalFilePath:servicing/025-take-on-loan.sql
--changeset servicing:025-take-on-loan splitStatements:false
-- a loan taken on has no application here, and an id far from those that contracts allot
alter table servicing.loan alter column application_id drop not null;
create sequence servicing.taken_on_loan_id_seq start with 1000000000000000;

create table servicing.taken_on (
    loan_id            bigint primary key references servicing.loan,
    value_date         date not null,
    recorded_at        timestamptz not null default clock_timestamp(),
    first_disbursed_on date not null check (first_disbursed_on <= value_date),
    principal          bigint not null check (principal > 0),
    interest_accrued   bigint not null check (interest_accrued >= 0),
    debt_group         int not null check (debt_group between 1 and 5),
    account            text not null,
    entry_id           bigint not null,
    proposal_id        bigint not null unique references servicing.proposal
);
comment on table servicing.taken_on is 'Live loans taken over from old books: what was owed on that day; the first disbursement counts in the term in which it fell, debt_group is the one it came with';

create table servicing.taken_on_arrear (
    loan_id          bigint not null references servicing.taken_on,
    due_on           date not null,
    principal        bigint not null check (principal >= 0),
    interest         bigint not null check (interest >= 0),
    overdue_interest bigint not null check (overdue_interest >= 0),
    late_interest    bigint not null check (late_interest >= 0),
    primary key (loan_id, due_on)
);
comment on table servicing.taken_on_arrear is 'What was due and unpaid of a loan taken on, with its old due dates';

do $$
declare
    kept text;
begin
    foreach kept in array array['taken_on', 'taken_on_arrear'] loop
        execute format('create trigger %I before update or delete on servicing.%I '
            'for each row execute function access.refuse_change()', kept || '_append_only', kept);
        execute format('create trigger %I before truncate on servicing.%I '
            'for each statement execute function access.refuse_change()', kept || '_keep', kept);
    end loop;
end $$;
--rollback drop table servicing.taken_on_arrear; drop table servicing.taken_on; drop sequence servicing.taken_on_loan_id_seq; alter table servicing.loan alter column application_id set not null;
