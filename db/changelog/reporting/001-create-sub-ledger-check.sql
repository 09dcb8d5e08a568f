--liquibase formatted sql logicalFilePath:reporting/001-create-sub-ledger-check.sql
--changeset reporting:001-create-sub-ledger-check splitStatements:false
create schema reporting;

create sequence reporting.sub_ledger_check_seq increment by 50;
create table reporting.sub_ledger_check (
    id          bigint primary key,
    fund_id     bigint not null references access.fund,
    on_day      date not null,
    cause       text not null check (cause in ('MONTH_END', 'ON_DEMAND')),
    made_on     date not null check (made_on >= on_day),
    made_by     bigint references access.person,
    recorded_at timestamptz not null default clock_timestamp(),
    loans       int not null check (loans >= 0),
    differing   int not null check (differing between 0 and loans),
    principal   bigint not null,
    interest    bigint not null
);
create index sub_ledger_check_day on reporting.sub_ledger_check (fund_id, id desc);
comment on table reporting.sub_ledger_check is 'Each time the loans'' own ledger was held against the books: 1283 by loan is the principal not written off, 1388 with memorandum 941 the in-term interest earned and unpaid. principal and interest are the sums in the books, đồng';

create table reporting.sub_ledger_difference (
    check_id           bigint not null references reporting.sub_ledger_check,
    loan_id            bigint not null,
    principal_booked   bigint not null,
    principal_owed     bigint not null,
    receivable         bigint not null,
    noted              bigint not null,
    interest_owed      bigint not null,
    interest_unposted  bigint not null,
    primary key (check_id, loan_id)
);
comment on table reporting.sub_ledger_difference is 'The loans that did not agree. interest_unposted was earned and is posted at the month end or with the next receipt';

do $$
declare
    kept text;
begin
    foreach kept in array array['sub_ledger_check', 'sub_ledger_difference'] loop
        execute format('create trigger %I before update or delete on reporting.%I '
            'for each row execute function access.refuse_change()', kept || '_append_only', kept);
        execute format('create trigger %I before truncate on reporting.%I '
            'for each statement execute function access.refuse_change()', kept || '_keep', kept);
    end loop;
end $$;
--rollback drop schema reporting cascade;
