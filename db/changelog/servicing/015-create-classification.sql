--liquibase formatted sql logicalFilePath:servicing/015-create-classification.sql
--changeset servicing:015-create-classification splitStatements:false
create table servicing.classification_set (
    fund_id                   bigint not null references access.fund,
    in_force_from             date not null,
    rule_set                  text not null check (rule_set in ('MICROFINANCE', 'BANK')),
    upgrade_months            int not null check (upgrade_months >= 0),
    upgrade_months_short_term int not null check (upgrade_months_short_term >= 0),
    paper                     text not null,
    primary key (fund_id, in_force_from)
);
comment on table servicing.classification_set is 'Which set of rules groups the debts from a day on, and how many months on schedule a better group takes (fewer for loans of up to 12 months)';
insert into servicing.classification_set values
    (1, '2000-01-01', 'MICROFINANCE', 3, 1, 'Thông tư 14/2024/TT-NHNN, theo Điều 28 Nghị định 45/2021/NĐ-CP');

create table servicing.classification_rule (
    fund_id       bigint not null references access.fund,
    rule_set      text not null check (rule_set in ('MICROFINANCE', 'BANK')),
    in_force_from date not null,
    criterion     text not null check (criterion in ('DAYS_PAST_DUE', 'RESTRUCTURED', 'INTEREST_WAIVED')),
    restructures  int not null default 0 check (restructures >= 0),
    days_from     int not null check (days_from >= 0),
    debt_group    int not null check (debt_group between 1 and 5),
    primary key (fund_id, rule_set, in_force_from, criterion, restructures, days_from),
    check ((criterion = 'RESTRUCTURED') = (restructures > 0))
);
comment on table servicing.classification_rule is 'The criteria of a set: a loan with at least so many restructures and days past due (on the schedule that holds) stands in at least that group; of all criteria the worst counts';
insert into servicing.classification_rule
select fund_id, 'MICROFINANCE', in_force_from, 'DAYS_PAST_DUE', 0, days_from, debt_group from servicing.debt_band;
insert into servicing.classification_rule values
    (1, 'MICROFINANCE', '2000-01-01', 'RESTRUCTURED', 1, 0, 2), (1, 'MICROFINANCE', '2000-01-01', 'RESTRUCTURED', 1, 1, 3),
    (1, 'MICROFINANCE', '2000-01-01', 'RESTRUCTURED', 1, 30, 4), (1, 'MICROFINANCE', '2000-01-01', 'RESTRUCTURED', 1, 90, 5),
    (1, 'MICROFINANCE', '2000-01-01', 'RESTRUCTURED', 2, 0, 4), (1, 'MICROFINANCE', '2000-01-01', 'RESTRUCTURED', 2, 1, 5),
    (1, 'MICROFINANCE', '2000-01-01', 'RESTRUCTURED', 3, 0, 5), (1, 'MICROFINANCE', '2000-01-01', 'INTEREST_WAIVED', 0, 0, 3),
    (1, 'BANK', '2000-01-01', 'DAYS_PAST_DUE', 0, 0, 1), (1, 'BANK', '2000-01-01', 'DAYS_PAST_DUE', 0, 10, 2),
    (1, 'BANK', '2000-01-01', 'DAYS_PAST_DUE', 0, 91, 3), (1, 'BANK', '2000-01-01', 'DAYS_PAST_DUE', 0, 181, 4),
    (1, 'BANK', '2000-01-01', 'DAYS_PAST_DUE', 0, 361, 5),
    (1, 'BANK', '2000-01-01', 'RESTRUCTURED', 1, 0, 3), (1, 'BANK', '2000-01-01', 'RESTRUCTURED', 1, 1, 4),
    (1, 'BANK', '2000-01-01', 'RESTRUCTURED', 1, 90, 5), (1, 'BANK', '2000-01-01', 'RESTRUCTURED', 2, 0, 4),
    (1, 'BANK', '2000-01-01', 'RESTRUCTURED', 2, 1, 5), (1, 'BANK', '2000-01-01', 'RESTRUCTURED', 3, 0, 5),
    (1, 'BANK', '2000-01-01', 'INTEREST_WAIVED', 0, 0, 3);
drop table servicing.debt_band;

alter table servicing.standing add column if not exists official_group int not null default 1 check (official_group between 1 and 5);
alter table servicing.standing add column indicative_group int not null default 1 check (indicative_group between 1 and 5);
alter table servicing.standing add column on_schedule_since date;
comment on column servicing.standing.official_group is 'By the last approved month end; drives accrual and provision';
comment on column servicing.standing.indicative_group is 'At the last close of a day';
comment on column servicing.standing.on_schedule_since is 'Since when nothing is overdue and no charge of an overdue time is left; empty in arrears';
update servicing.standing s set on_schedule_since = l.disbursed_on from servicing.loan l where l.id = s.loan_id;

create view servicing.relief as
    select null::bigint as loan_id, null::int as restructures, null::date as restructured_on, null::date as waived_on where false;
comment on view servicing.relief is 'What was granted to a loan because its borrower could not pay: restructures that stand, the day of the last one, the day of the last waiver of interest';

create table servicing.indicative_group (
    loan_id     bigint not null references servicing.loan,
    on_day      date not null,
    debt_group  int not null check (debt_group between 1 and 5),
    criterion   text not null,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (loan_id, on_day)
);
comment on table servicing.indicative_group is 'The debt group at the close of a day, one row whenever it changed; nothing is booked on it';

create sequence servicing.classification_run_seq increment by 50;
create table servicing.classification_run (
    id          bigint primary key,
    fund_id     bigint not null references access.fund,
    as_of       date not null check (extract(day from as_of + 1) = 1),
    rule_set    text not null,
    state       text not null default 'PROPOSED' check (state in ('PROPOSED', 'APPROVED')),
    made_on     date not null check (made_on >= as_of),
    approved_by bigint references access.person,
    approved_on date,
    unique (fund_id, as_of),
    constraint classification_run_signed check ((state = 'APPROVED') = (approved_by is not null) and (state = 'APPROVED') = (approved_on is not null))
);
comment on table servicing.classification_run is 'The classification of all debts as at the last day of a month: proposed by the rules, official once the chief accountant approved it';

create table servicing.classification (
    run_id         bigint not null references servicing.classification_run,
    loan_id        bigint not null references servicing.loan,
    borrower_id    bigint not null,
    principal      bigint not null check (principal >= 0),
    days_past_due  int not null check (days_past_due >= 0),
    restructures   int not null,
    by_days        int not null,
    by_restructure int not null,
    by_waiver      int not null,
    by_history     int not null,
    debt_group     int not null check (debt_group between 1 and 5),
    criterion      text not null,
    primary key (run_id, loan_id),
    constraint classification_is_worst check (debt_group >= greatest(by_days, by_restructure, by_waiver, by_history))
);
comment on table servicing.classification is 'One loan in a month''s classification: the group by each criterion, the worst of all (also of the customer''s other loans) and the criterion that decided; principal in dong';

create table servicing.classification_override (
    run_id      bigint not null,
    loan_id     bigint not null,
    turn        int not null,
    debt_group  int not null check (debt_group between 1 and 5),
    reason      text not null check (reason <> ''),
    paper       text not null check (paper <> ''),
    decided_by  bigint not null references access.person,
    decided_on  date not null,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (run_id, loan_id, turn),
    foreign key (run_id, loan_id) references servicing.classification
);
comment on table servicing.classification_override is 'Another group than the rules propose, by whoever has the authority, with reason and paper; the latest counts';

create table servicing.official_group (
    loan_id     bigint not null references servicing.loan,
    as_of       date not null,
    debt_group  int not null check (debt_group between 1 and 5),
    run_id      bigint references servicing.classification_run,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (loan_id, as_of)
);
comment on table servicing.official_group is 'The group that drives accrual and provision, as approved for a month end; without a run it came with the loan or with its write-off';

create function servicing.keep_approved_run() returns trigger language plpgsql as $$
begin
    if old.state = 'APPROVED' or (new.id, new.fund_id, new.as_of, new.rule_set, new.made_on)
            is distinct from (old.id, old.fund_id, old.as_of, old.rule_set, old.made_on) then
        raise exception 'the classification as of % stands', old.as_of using errcode = '23514', constraint = 'classification_run_stands';
    end if;
    return new;
end $$;
create trigger classification_run_stands before update on servicing.classification_run
    for each row execute function servicing.keep_approved_run();
create function servicing.admit_override() returns trigger language plpgsql as $$
begin
    if (select state from servicing.classification_run where id = new.run_id for share) = 'APPROVED' then
        raise exception 'an approved classification takes no override' using errcode = '23514', constraint = 'override_before_approval';
    end if;
    return new;
end $$;
create trigger override_before_approval before insert on servicing.classification_override
    for each row execute function servicing.admit_override();
create function servicing.refuse_own_override() returns trigger language plpgsql as $$
begin
    if exists (select 1 from servicing.classification_override where run_id = new.id and decided_by = new.approved_by) then
        raise exception 'who overrode a group does not approve' using errcode = '23514', constraint = 'classification_second_person';
    end if;
    return new;
end $$;
create trigger classification_second_person before update on servicing.classification_run
    for each row execute function servicing.refuse_own_override();
do $$
declare
    kept text;
begin
    foreach kept in array array['indicative_group', 'classification', 'classification_override', 'official_group'] loop
        execute format('create trigger %I before update or delete on servicing.%I '
            'for each row execute function access.refuse_change()', kept || '_append_only', kept);
        execute format('create trigger %I before truncate on servicing.%I '
            'for each statement execute function access.refuse_change()', kept || '_keep', kept);
    end loop;
end $$;
--rollback drop table servicing.official_group; drop table servicing.classification_override; drop table servicing.classification; drop table servicing.classification_run; drop sequence servicing.classification_run_seq; drop function servicing.keep_approved_run(); drop function servicing.admit_override(); drop function servicing.refuse_own_override(); drop table servicing.indicative_group; drop view servicing.relief; alter table servicing.standing drop column on_schedule_since; alter table servicing.standing drop column official_group; alter table servicing.standing drop column indicative_group;
--rollback create table servicing.debt_band (fund_id bigint not null references access.fund, in_force_from date not null, debt_group int not null, days_from int not null, primary key (fund_id, in_force_from, debt_group)); insert into servicing.debt_band select fund_id, in_force_from, debt_group, days_from from servicing.classification_rule where rule_set = 'MICROFINANCE' and criterion = 'DAYS_PAST_DUE'; drop table servicing.classification_rule; drop table servicing.classification_set;
