--liquibase formatted sql logicalFilePath:risk/010-create-inspection.sql
--changeset risk:010-create-inspection splitStatements:false
create table risk.inspection_plan (
    loan_id  bigint primary key references servicing.loan,
    fund_id  bigint not null references access.fund,
    reason   text not null check (reason in ('FIRST', 'REGULAR', 'PUT_RIGHT', 'SAMPLE')),
    due_on   date,
    said_on  date,
    asked_by bigint references access.person,
    note     text,
    check (due_on is not null or said_on is null)
);
create index inspection_plan_to_say on risk.inspection_plan (fund_id, due_on) where said_on is null and due_on is not null;
comment on table risk.inspection_plan is 'When the use of a loan is inspected next; due_on is null where the loan runs no more, said_on is when its process was told. A sample is asked for by the controller';

create sequence risk.inspection_seq increment by 50;
create table risk.inspection (
    id           bigint primary key,
    fund_id      bigint not null references access.fund,
    loan_id      bigint not null references servicing.loan,
    number       text not null,
    reason       text not null check (reason in ('FIRST', 'REGULAR', 'PUT_RIGHT', 'SAMPLE')),
    due_on       date not null,
    inspected_on date not null,
    outcome      text not null check (outcome in ('AS_AGREED', 'PARTLY', 'MISUSED')),
    amount_seen  bigint check (amount_seen >= 0),
    progress     text,
    collateral   text,
    present      text,
    remarks      text,
    inspected_by bigint not null references access.person,
    recorded_at  timestamptz not null default clock_timestamp(),
    unique (fund_id, number)
);
create index inspection_loan on risk.inspection (loan_id);
comment on table risk.inspection is 'Inspections of the use of loans (kiểm tra sử dụng vốn) as they were made, with the number of their minutes; remarks are the fund''s own. Đồng';

create sequence risk.recall_seq increment by 50;
create table risk.recall (
    id              bigint primary key,
    fund_id         bigint not null references access.fund,
    loan_id         bigint not null references servicing.loan,
    inspection_id   bigint not null unique references risk.inspection,
    state           text not null check (state in ('WARNED', 'PROPOSED', 'RECALLED', 'REFUSED', 'OVERTAKEN')),
    reason          text,
    put_right_by    date,
    pay_by          date,
    reviewed_by     bigint not null references access.person,
    reviewed_on     date not null,
    decided_by      bigint references access.person,
    decided_on      date,
    decision        text,
    minutes         text,
    acceleration_id bigint unique references servicing.acceleration,
    constraint recall_second_person check (decided_by <> reviewed_by),
    constraint recall_decided check ((state in ('RECALLED', 'REFUSED')) = (decided_on is not null)),
    constraint recall_warned check ((state = 'WARNED') = (put_right_by is not null)),
    constraint recall_proposed check ((state = 'WARNED') = (pay_by is null))
);
create index recall_loan on risk.recall (loan_id);
comment on table risk.recall is 'What came of a misuse that was found: a warning with a day to put it right by, or the proposal to call the loan back and what was decided on it. OVERTAKEN: the loan was settled or written off meanwhile';

do $$
begin
    create trigger inspection_append_only before update or delete on risk.inspection
        for each row execute function access.refuse_change();
    create trigger inspection_keep before truncate on risk.inspection
        for each statement execute function access.refuse_change();
end $$;
create trigger inspection_takes_duties after insert on risk.inspection for each row
    execute function access.take_duties('LOAN', 'loan_id', 'inspected_by', 'INSPECT_USE');
create trigger recall_takes_duties after insert or update on risk.recall for each row
    execute function access.take_duties('LOAN', 'loan_id', 'reviewed_by', 'REVIEW_RECALL', 'decided_by', 'DECIDE_RECALL');

insert into access.duty_side (duty, subject_type, noted_by) values
    ('INSPECT_USE', 'LOAN', 'ROW'), ('REVIEW_RECALL', 'LOAN', 'ROW'), ('DECIDE_RECALL', 'LOAN', 'ROW');
with pair(a, b, r) as (values
    ('INSPECT_USE', 'REVIEW_RECALL', 'who inspected does not review'),
    ('INSPECT_USE', 'DECIDE_RECALL', 'who inspected does not decide'),
    ('REVIEW_RECALL', 'DECIDE_RECALL', 'who proposed does not decide'),
    ('INSPECT_USE', 'VOTE', 'who inspected does not vote'),
    ('REVIEW_RECALL', 'VOTE', 'who proposed does not vote')
)
insert into access.duty_conflict (duty, conflicts_with, reason)
select a, b, r from pair union all select b, a, r from pair;

-- loans that run already are inspected on the next day of their rhythm
insert into risk.inspection_plan (loan_id, fund_id, reason, due_on)
select l.id, l.fund_id, 'REGULAR', (select min(d)::date from generate_series(l.disbursed_on + interval '30 days',
           greatest(b.day, l.disbursed_on) + interval '8 months', interval '6 months') as d where d >= b.day)
from servicing.loan l join calendar.business_day b on b.fund_id = l.fund_id
where l.state in ('PARTLY_DISBURSED', 'ACTIVE');
--rollback delete from access.duty_conflict where duty in ('INSPECT_USE', 'REVIEW_RECALL', 'DECIDE_RECALL') or conflicts_with in ('INSPECT_USE', 'REVIEW_RECALL', 'DECIDE_RECALL'); delete from access.duty_side where duty in ('INSPECT_USE', 'REVIEW_RECALL', 'DECIDE_RECALL');
--rollback drop table risk.recall; drop sequence risk.recall_seq; drop table risk.inspection; drop sequence risk.inspection_seq; drop table risk.inspection_plan;
