--liquibase formatted sql logicalFilePath:risk/001-create-provision.sql
--changeset risk:001-create-provision splitStatements:false
create schema risk;

create table risk.provision_rate (
    fund_id       bigint not null references access.fund,
    rule_set      text not null check (rule_set in ('MICROFINANCE', 'BANK')),
    in_force_from date not null,
    debt_group    int not null check (debt_group between 1 and 5),
    specific      numeric(6,3) not null check (specific between 0 and 100),
    general       numeric(6,3) not null check (general between 0 and 100),
    primary key (fund_id, rule_set, in_force_from, debt_group)
);
comment on table risk.provision_rate is 'Provision by debt group, percent of principal: specific after collateral is deducted (Decree 86/2024/ND-CP art. 4), general on all of it';
insert into risk.provision_rate values
    (1, 'MICROFINANCE', '2000-01-01', 1, 0, 0.5), (1, 'MICROFINANCE', '2000-01-01', 2, 2, 0.5),
    (1, 'MICROFINANCE', '2000-01-01', 3, 25, 0.5), (1, 'MICROFINANCE', '2000-01-01', 4, 50, 0.5),
    (1, 'MICROFINANCE', '2000-01-01', 5, 100, 0),
    (1, 'BANK', '2000-01-01', 1, 0, 0.75), (1, 'BANK', '2000-01-01', 2, 5, 0.75), (1, 'BANK', '2000-01-01', 3, 20, 0.75),
    (1, 'BANK', '2000-01-01', 4, 50, 0.75), (1, 'BANK', '2000-01-01', 5, 100, 0);

create table risk.collateral_rate (
    fund_id       bigint not null references access.fund,
    in_force_from date not null,
    kind          text not null check (kind in ('MORTGAGE', 'PLEDGE', 'GUARANTEE')),
    counted       numeric(6,3) not null check (counted between 0 and 100),
    primary key (fund_id, in_force_from, kind)
);
comment on table risk.collateral_rate is 'How much of its appraised value an item of collateral counts for, percent; the rest is the haircut';
insert into risk.collateral_rate values (1, '2000-01-01', 'MORTGAGE', 50), (1, '2000-01-01', 'PLEDGE', 70), (1, '2000-01-01', 'GUARANTEE', 0);

create table risk.entrusted_loan (
    loan_id     bigint primary key references servicing.loan,
    paper       text not null check (paper <> ''),
    noted_by    bigint not null references access.person,
    noted_on    date not null
);
comment on table risk.entrusted_loan is 'Loans from entrusted money whose risk the fund does not bear: they carry no provision (Decree 45/2021/ND-CP art. 28)';

create sequence risk.provision_run_seq increment by 50;
create table risk.provision_run (
    id             bigint primary key,
    fund_id        bigint not null references access.fund,
    as_of          date not null,
    state          text not null default 'PENDING' check (state in ('PENDING', 'CONFIRMED', 'REJECTED')),
    general_target bigint not null check (general_target >= 0),
    general_before bigint not null,
    proposed_by    bigint not null references access.person,
    proposed_on    date not null,
    decided_by     bigint references access.person,
    decided_on     date,
    reason         text,
    foreign key (fund_id, as_of) references servicing.classification_run (fund_id, as_of),
    constraint provision_run_decided check ((state = 'PENDING') = (decided_by is null) and (state = 'PENDING') = (decided_on is null)),
    constraint provision_run_second_person check (decided_by <> proposed_by),
    check (state <> 'REJECTED' or reason is not null)
);
create unique index provision_run_once on risk.provision_run (fund_id, as_of) where state <> 'REJECTED';
comment on table risk.provision_run is 'Provisions as at a month end, on the official groups: proposed by one, posted when a second person confirms. Dong';

create table risk.provision_line (
    run_id     bigint not null references risk.provision_run,
    loan_id    bigint not null references servicing.loan,
    debt_group int check (debt_group between 1 and 5),
    principal  bigint not null check (principal >= 0),
    deducted   bigint not null check (deducted >= 0),
    rate       numeric(6,3) not null,
    entrusted  boolean not null,
    target     bigint not null check (target >= 0),
    before     bigint not null,
    primary key (run_id, loan_id)
);
comment on table risk.provision_line is 'One loan in it: specific provision that it needs (target) and has (before); without a group it is not on the balance sheet any more';

create sequence risk.provision_movement_seq increment by 50;
create table risk.provision_movement (
    id          bigint primary key,
    fund_id     bigint not null references access.fund,
    kind        text not null check (kind in ('SPECIFIC', 'GENERAL')),
    movement    text not null check (movement in ('ADDITION', 'RELEASE', 'USE')),
    loan_id     bigint references servicing.loan,
    amount      bigint not null check (amount > 0),
    value_date  date not null,
    booked_on   date not null,
    entry_id    bigint not null,
    recorded_at timestamptz not null default clock_timestamp(),
    constraint specific_has_loan check (kind = 'GENERAL' or loan_id is not null)
);
create index provision_movement_loan on risk.provision_movement (loan_id);
create index provision_movement_day on risk.provision_movement (fund_id, booked_on);
comment on table risk.provision_movement is 'The sub-ledger of 2293: what was added, released and used, only ever added to; its sum is the account''s balance';

do $$
declare
    kept text;
begin
    foreach kept in array array['provision_line', 'provision_movement'] loop
        execute format('create trigger %I before update or delete on risk.%I '
            'for each row execute function access.refuse_change()', kept || '_append_only', kept);
        execute format('create trigger %I before truncate on risk.%I '
            'for each statement execute function access.refuse_change()', kept || '_keep', kept);
    end loop;
end $$;
--rollback drop schema risk cascade;
