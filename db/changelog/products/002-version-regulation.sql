--liquibase formatted sql logicalFilePath:products/002-version-regulation.sql
--changeset products:002-version-regulation splitStatements:false
alter table products.lending_regulation rename column annual_rate to rate;
alter table products.lending_regulation drop constraint lending_regulation_pkey;
create sequence products.lending_regulation_seq increment by 50;

-- every convention that decides đồng; the defaults are what held until now
alter table products.lending_regulation
    add column id                       bigint not null default nextval('products.lending_regulation_seq') primary key,
    add column borrower_kinds           text not null default 'COOPERATIVE,UNION,PERSON' check (borrower_kinds <> ''),
    add column rate_unit                text not null default 'YEAR' check (rate_unit in ('YEAR', 'MONTH')),
    add column rate_conversion          text check (rate_conversion in ('TIMES_12', 'DAYS_365_OVER_30')),
    add column overdue_scope            text not null default 'INSTALMENT' check (overdue_scope in ('INSTALMENT', 'WHOLE_BALANCE')),
    add column methods                  text not null default 'EQUAL_PRINCIPAL,EQUAL_INSTALMENT,BULLET,CUSTOM' check (methods <> ''),
    add column default_method           text not null default 'EQUAL_PRINCIPAL'
        check (default_method in ('EQUAL_PRINCIPAL', 'EQUAL_INSTALMENT', 'BULLET')),
    add column principal_grace          int not null default 0 check (principal_grace >= 0),
    add column interest_every           int check (interest_every > 0),
    add column instalment_multiple      bigint not null default 1 check (instalment_multiple > 0),
    add column day_count                text not null default 'ACT_365'
        check (day_count in ('ACT_365', 'ACT_360', 'ACT_ACT_ISDA', 'THIRTY_360')),
    add column interest_rounding        text not null default 'HALF_UP' check (interest_rounding in ('HALF_UP', 'HALF_EVEN')),
    add column working_days             text not null default 'NONE'
        check (working_days in ('NONE', 'NEXT', 'NEXT_SAME_MONTH', 'PREVIOUS')),
    add column interest_follows         boolean not null default true,
    add column allocation_in_term       text not null default 'INTEREST,PRINCIPAL,OVERDUE_INTEREST,LATE_INTEREST',
    add column allocation_overdue       text not null default 'PRINCIPAL,INTEREST,OVERDUE_INTEREST,LATE_INTEREST',
    add column notice_days              int not null default 10 check (notice_days between 0 and 60),
    add column days_alone               int not null default 5 check (days_alone between 0 and 60),
    add column director_secured_limit   bigint not null default 300000000 check (director_secured_limit >= 0),
    add column director_unsecured_limit bigint not null default 100000000 check (director_unsecured_limit >= 0),
    add column general_provision        numeric(6,3) not null default 0.5 check (general_provision between 0 and 100),
    add constraint regulation_rate_converts check ((rate_unit = 'MONTH') = (rate_conversion is not null)),
    add constraint regulation_orders_name_each_part check (
        string_to_array(allocation_in_term, ',') @> array['PRINCIPAL', 'INTEREST', 'OVERDUE_INTEREST', 'LATE_INTEREST']
        and cardinality(string_to_array(allocation_in_term, ',')) = 4
        and string_to_array(allocation_overdue, ',') @> array['PRINCIPAL', 'INTEREST', 'OVERDUE_INTEREST', 'LATE_INTEREST']
        and cardinality(string_to_array(allocation_overdue, ',')) = 4);

-- who proposed a version and who, as the second person, confirmed it
alter table products.lending_regulation
    add column number      int,
    add column state       text not null default 'CONFIRMED' check (state in ('PENDING', 'CONFIRMED', 'DECLINED')),
    add column proposed_by bigint references access.person,
    add column proposed_at timestamptz not null default clock_timestamp(),
    add column decided_by  bigint references access.person,
    add column decided_at  timestamptz,
    add column reason      text;
update products.lending_regulation set number = 1, decided_at = proposed_at;
alter table products.lending_regulation
    alter column state set default 'PENDING',
    add constraint regulation_second_person check (proposed_by <> decided_by),
    add constraint regulation_decided check ((state = 'PENDING') = (decided_at is null)),
    add constraint regulation_numbered check ((state = 'CONFIRMED') = (number is not null)),
    add constraint regulation_reason check ((state = 'DECLINED') = (reason is not null)),
    add constraint regulation_names_paper check (paper <> ''),
    add constraint regulation_number unique (fund_id, number);
create unique index regulation_one_waits on products.lending_regulation (fund_id) where state = 'PENDING';

comment on table products.lending_regulation is
    'The fund''s lending regulation (Decree 45/2021/ND-CP art. 31), one row a version: on a day the highest numbered version already in force then holds, so that a new version takes the place of everything confirmed before it. Figures are percent, months, days and dong';
comment on column products.lending_regulation.rate is 'The in-term rate as it is quoted: percent for each rate_unit';

-- A version is what was proposed: a second person confirms or declines it whole, and nothing changes after that.
create function products.keep_what_was_proposed() returns trigger language plpgsql as $$
declare
    decided text[] := array['state', 'number', 'decided_by', 'decided_at', 'reason'];
begin
    if old.state <> 'PENDING' or to_jsonb(new) - decided is distinct from to_jsonb(old) - decided then
        raise exception 'version % of the lending regulation is not edited', old.id
            using errcode = '23514', constraint = 'regulation_kept';
    end if;
    return new;
end $$;
create trigger regulation_kept before update on products.lending_regulation
    for each row execute function products.keep_what_was_proposed();
create trigger regulation_stays before delete on products.lending_regulation
    for each row execute function access.refuse_change();
create trigger regulation_keep before truncate on products.lending_regulation
    for each statement execute function access.refuse_change();

insert into access.duty_conflict (duty, conflicts_with, reason) values
    ('PREPARE_PARAMETER', 'CONFIRM_PARAMETER', 'the maker does not confirm'),
    ('CONFIRM_PARAMETER', 'PREPARE_PARAMETER', 'the maker does not confirm');
--rollback delete from access.duty_conflict where duty in ('PREPARE_PARAMETER', 'CONFIRM_PARAMETER');
--rollback drop trigger regulation_kept on products.lending_regulation; drop trigger regulation_stays on products.lending_regulation; drop trigger regulation_keep on products.lending_regulation; drop function products.keep_what_was_proposed();
--rollback delete from products.lending_regulation where number is distinct from 1;
--rollback alter table products.lending_regulation drop column number, drop column state, drop column proposed_by, drop column proposed_at, drop column decided_by, drop column decided_at, drop column reason, drop column id, drop column borrower_kinds, drop column rate_unit, drop column rate_conversion, drop column overdue_scope, drop column methods, drop column default_method, drop column principal_grace, drop column interest_every, drop column instalment_multiple, drop column day_count, drop column interest_rounding, drop column working_days, drop column interest_follows, drop column allocation_in_term, drop column allocation_overdue, drop column notice_days, drop column days_alone, drop column director_secured_limit, drop column director_unsecured_limit, drop column general_provision, drop constraint regulation_names_paper;
--rollback alter table products.lending_regulation rename column rate to annual_rate; alter table products.lending_regulation add primary key (fund_id, in_force_from); drop sequence products.lending_regulation_seq;
