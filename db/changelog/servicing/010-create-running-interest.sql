--liquibase formatted sql logicalFilePath:servicing/010-create-running-interest.sql
--changeset servicing:010-create-running-interest splitStatements:false
-- Half-up and half-even of numerator / whole for what is not negative, as money.Rounding does it.
create function servicing.rounded(numerator numeric, whole numeric, rounding text) returns bigint
    language sql immutable parallel safe
    return case
        when rounding = 'HALF_EVEN' and 2 * mod(numerator, whole) = whole
            then 2 * div(div(numerator, whole) + 1, 2)
        else div(2 * numerator + whole, 2 * whole)
    end::bigint;
comment on function servicing.rounded(numeric, numeric, text) is 'Whole đồng of an exact ratio that is not negative';

create table servicing.running_interest (
    loan_id         bigint not null references servicing.loan,
    kind            text not null check (kind in ('IN_TERM', 'OVERDUE', 'LATE')),
    row_number      int not null,
    fund_id         bigint not null,
    day_count       text not null,
    balance         bigint not null check (balance >= 0),
    exact           numeric not null check (exact >= 0),
    per_unit        numeric not null check (per_unit >= 0),
    whole           numeric not null check (whole > 0),
    position_from   bigint not null,
    rounding        text not null check (rounding in ('HALF_UP', 'HALF_EVEN')),
    accrued         bigint not null,
    accrued_through date not null,
    primary key (loan_id, kind, row_number)
) with (fillfactor = 50);
comment on table servicing.running_interest is 'The lines on which interest of a loan runs until its next event: what ran on a row through the day whose position is p is rounded((exact + balance * (p - position_from) * per_unit) / whole), paid or not. Written by the replay; the close of a day only sets accrued, through accrued_through';

alter table servicing.standing
    add column next_event_on    date default date '1900-01-01',
    add column principal_due    bigint not null default 0,
    add column interest_due     bigint not null default 0,
    add column interest_fixed   bigint not null default 0,
    add column interest_met     bigint not null default 0,
    add column overdue_fixed    bigint not null default 0,
    add column late_fixed       bigint not null default 0,
    add column days_past_due    int not null default 0 check (days_past_due >= 0),
    add column if not exists official_group int not null default 1 check (official_group between 1 and 5);
create index standing_next_event on servicing.standing (next_event_on);
comment on column servicing.standing.next_event_on is 'The first day on which the lines of interest change by themselves; empty where none comes. The close of that day replays the loan. A date long past asks for a replay at the next close';
comment on column servicing.standing.principal_due is 'Due and unpaid, đồng';
comment on column servicing.standing.interest_due is 'In-term interest due and unpaid, đồng';
comment on column servicing.standing.interest_fixed is 'In-term interest earned on rows that run no more; with the lines IN_TERM it is all that was earned';
comment on column servicing.standing.interest_met is 'In-term interest earned that is paid or waived';
comment on column servicing.standing.overdue_fixed is 'With the lines OVERDUE it is the overdue interest owed; below zero where what was paid on those lines outweighs what is owed elsewhere';
comment on column servicing.standing.late_fixed is 'With the lines LATE it is the late interest owed';
comment on column servicing.standing.days_past_due is 'As the last close, or a fact after it, counted them';
comment on column servicing.standing.official_group is 'By the last approved month end; drives accrual and provision';

create view servicing.sub_ledger as
select s.loan_id, s.principal_outstanding, s.principal_due, s.interest_due,
       s.interest_fixed + i.in_term as interest_earned,
       s.interest_fixed + i.in_term - s.interest_met - s.interest_due as interest_accrued,
       s.overdue_fixed + i.overdue as overdue_interest,
       s.late_fixed + i.late as late_interest,
       s.credit, s.days_past_due, s.official_group, s.next_due_on, i.through_on
from servicing.standing s
left join lateral (
    select coalesce(sum(accrued) filter (where kind = 'IN_TERM'), 0)::bigint as in_term,
           coalesce(sum(accrued) filter (where kind = 'OVERDUE'), 0)::bigint as overdue,
           coalesce(sum(accrued) filter (where kind = 'LATE'), 0)::bigint as late,
           min(accrued_through) as through_on
    from servicing.running_interest r where r.loan_id = s.loan_id
) i on true;
comment on view servicing.sub_ledger is 'How each loan stands through the day up to which its interest was last accrued (through_on; empty where nothing runs), in đồng: the same figures that a replay of its facts gives for that day';
--rollback drop view servicing.sub_ledger; drop index servicing.standing_next_event; alter table servicing.standing drop column next_event_on, drop column principal_due, drop column interest_due, drop column interest_fixed, drop column interest_met, drop column overdue_fixed, drop column late_fixed, drop column days_past_due, drop column official_group; drop table servicing.running_interest; drop function servicing.rounded(numeric, numeric, text);
