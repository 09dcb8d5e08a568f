--liquibase formatted sql logicalFilePath:treasury/004-create-reconciliation.sql
--changeset treasury:004-create-reconciliation splitStatements:false
create sequence treasury.reconciliation_seq increment by 50;
create table treasury.reconciliation (
    id                 bigint primary key,
    fund_id            bigint not null references access.fund,
    bank_account_id    bigint not null references treasury.bank_account,
    day                date not null,
    by_books           bigint not null,
    by_statement       bigint not null,
    opening_difference bigint not null,
    entries_open       bigint not null,
    lines_open         bigint not null,
    unexplained        bigint not null,
    note               text,
    state              text not null default 'PREPARED' check (state in ('PREPARED', 'SIGNED')),
    prepared_by        bigint not null references access.person,
    prepared_at        timestamptz not null default clock_timestamp(),
    signed_by          bigint references access.person,
    signed_at          timestamptz,
    constraint reconciliation_adds_up check (by_books - by_statement
        = opening_difference + entries_open - lines_open + unexplained),
    constraint reconciliation_explained check ((opening_difference = 0 and unexplained = 0) or note is not null),
    constraint reconciliation_second_person check (signed_by <> prepared_by),
    constraint reconciliation_signed check ((state = 'SIGNED') = (signed_by is not null) and (state = 'SIGNED') = (signed_at is not null))
);
create unique index reconciliation_signed_once on treasury.reconciliation (bank_account_id, day) where state = 'SIGNED';
create index reconciliation_by_day on treasury.reconciliation (bank_account_id, day, id);
comment on table treasury.reconciliation is 'Reconciliations of a bank account at the end of a day: the figures as two people signed them. A preparation that no longer holds is followed by another';

create function treasury.keep_reconciliation() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state = 'SIGNED'
        or to_jsonb(new) - array['state', 'signed_by', 'signed_at']
           is distinct from to_jsonb(old) - array['state', 'signed_by', 'signed_at'] then
        raise exception 'a reconciliation is only prepared and signed'
            using errcode = '23514', constraint = 'reconciliation_append_only';
    end if;
    return new;
end $$;
create trigger reconciliation_append_only before update or delete on treasury.reconciliation
    for each row execute function treasury.keep_reconciliation();
create trigger reconciliation_keep before truncate on treasury.reconciliation
    for each statement execute function access.refuse_change();
--rollback drop table treasury.reconciliation; drop sequence treasury.reconciliation_seq; drop function treasury.keep_reconciliation();
