--liquibase formatted sql logicalFilePath:servicing/024-create-restructure.sql
--changeset servicing:024-create-restructure splitStatements:false
alter table servicing.loan add column restructure_count int not null default 0 check (restructure_count >= 0);
comment on column servicing.loan.restructure_count is 'How often its repayment was restructured, either kind, before it was taken on here too';

create sequence servicing.restructure_seq increment by 50;
create table servicing.restructure (
    id               bigint primary key,
    fund_id          bigint not null references access.fund,
    loan_id          bigint not null references servicing.loan,
    turn             int not null,
    kind             text not null check (kind in ('ADJUST', 'EXTEND')),
    value_date       date not null,
    recorded_at      timestamptz not null default clock_timestamp(),
    arrears_due_on   date check (arrears_due_on > value_date),
    why              text not null check (why <> ''),
    annex_number     text not null,
    annex_paper_id   bigint,
    schedule_version int not null,
    proposal_id      bigint not null unique references servicing.proposal,
    unique (loan_id, turn)
);
comment on table servicing.restructure is 'Restructurings decided: ADJUST moves dates within the term (điều chỉnh kỳ hạn), EXTEND moves its end (gia hạn nợ; Decree 45/2021/ND-CP art. 27)';

create table servicing.restructure_row (
    restructure_id bigint not null references servicing.restructure,
    number         int not null check (number >= 1),
    due_on         date not null,
    amount         bigint not null check (amount >= 0),
    primary key (restructure_id, number)
);
comment on table servicing.restructure_row is 'Principal due anew by a restructuring, as it was agreed';

do $$
declare
    kept text;
begin
    foreach kept in array array['restructure', 'restructure_row'] loop
        execute format('create trigger %I before update or delete on servicing.%I '
            'for each row execute function access.refuse_change()', kept || '_append_only', kept);
        execute format('create trigger %I before truncate on servicing.%I '
            'for each statement execute function access.refuse_change()', kept || '_keep', kept);
    end loop;
end $$;
--rollback drop table servicing.restructure_row; drop table servicing.restructure; drop sequence servicing.restructure_seq; alter table servicing.loan drop column restructure_count;
