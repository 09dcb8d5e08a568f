--liquibase formatted sql logicalFilePath:calendar/001-create-business-day.sql
--changeset calendar:001-create-business-day
create schema calendar;
create table calendar.business_day (
    fund_id bigint primary key references access.fund,
    day     date not null check (day between date '1900-01-01' and date '2199-12-31')
);
comment on table calendar.business_day is 'The date on which a fund does business; only the close of a day moves it';

create table calendar.closed_day (
    fund_id     bigint not null references access.fund,
    day         date not null,
    closed_at   timestamptz not null default now(),
    closed_by   text not null,
    outcome     jsonb not null,
    primary key (fund_id, day)
);
comment on table calendar.closed_day is 'Days already closed, with what each step counted';

create table calendar.holiday (
    fund_id bigint not null references access.fund,
    day     date not null,
    name    text not null,
    working boolean not null default false,
    primary key (fund_id, day)
);
comment on table calendar.holiday is 'Public holidays, and with working = true the Saturdays or Sundays worked in exchange';

insert into calendar.holiday (fund_id, day, name) values
    (1, '2026-01-01', 'Tết Dương lịch'),
    (1, '2026-02-16', 'Tết Nguyên đán'), (1, '2026-02-17', 'Tết Nguyên đán'), (1, '2026-02-18', 'Tết Nguyên đán'),
    (1, '2026-02-19', 'Tết Nguyên đán'), (1, '2026-02-20', 'Tết Nguyên đán'),
    (1, '2026-04-27', 'Giỗ Tổ Hùng Vương (nghỉ bù)'), (1, '2026-04-30', 'Ngày Chiến thắng'),
    (1, '2026-05-01', 'Ngày Quốc tế lao động'),
    (1, '2026-09-01', 'Quốc khánh'), (1, '2026-09-02', 'Quốc khánh'),
    (1, '2027-01-01', 'Tết Dương lịch');
--rollback drop schema calendar cascade;
