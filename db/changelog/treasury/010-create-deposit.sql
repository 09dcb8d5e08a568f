--liquibase formatted sql logicalFilePath:treasury/010-create-deposit.sql
--changeset treasury:010-create-deposit splitStatements:false
create schema if not exists treasury;
create sequence treasury.deposit_seq increment by 50;
create table treasury.deposit (
    id         bigint primary key,
    fund_id    bigint not null references access.fund,
    bank       text not null check (bank <> '' and length(bank) <= 200),
    number     text not null check (number <> '' and length(number) <= 100),
    principal  bigint not null check (principal between 0 and 1000000000000000),
    rate       numeric(7, 4) not null check (rate >= 0 and rate <= 100),
    opened_on  date not null,
    matures_on date not null check (matures_on > opened_on),
    state      text not null default 'OPEN' check (state in ('OPEN', 'CLOSED')),
    closed_on  date check (closed_on >= opened_on),
    unique (fund_id, bank, number),
    constraint deposit_closed check ((state = 'CLOSED') = (closed_on is not null) and (state = 'OPEN' or principal = 0))
);
comment on table treasury.deposit is 'Idle money on term at a bank (1281), as it stands now; how it came so is told by its events';
comment on column treasury.deposit.rate is 'Percent a year';

create table treasury.deposit_event (
    deposit_id bigint not null references treasury.deposit,
    order_id   bigint not null unique,
    kind       text not null check (kind in ('OPENED', 'INTEREST', 'MATURED', 'RENEWED', 'WITHDRAWN')),
    on_day     date not null,
    principal  bigint not null check (principal >= 0),
    interest   bigint not null default 0 check (interest >= 0),
    rate       numeric(7, 4) not null,
    matures_on date not null,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (deposit_id, order_id)
);
comment on table treasury.deposit_event is 'What happened to a deposit by which order: the principal, rate and maturity after it, and the interest it brought';
create trigger deposit_event_append_only before update or delete on treasury.deposit_event
    for each row execute function access.refuse_change();
create trigger deposit_event_keep before truncate on treasury.deposit_event
    for each statement execute function access.refuse_change();
--rollback drop table treasury.deposit_event; drop table treasury.deposit; drop sequence treasury.deposit_seq;
