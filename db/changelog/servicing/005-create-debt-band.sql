--liquibase formatted sql logicalFilePath:servicing/005-create-debt-band.sql
--changeset servicing:005-create-debt-band
create table servicing.debt_band (
    fund_id       bigint not null references access.fund,
    in_force_from date not null,
    debt_group    int not null check (debt_group between 1 and 5),
    days_from     int not null check (days_from >= 0),
    primary key (fund_id, in_force_from, debt_group),
    unique (fund_id, in_force_from, days_from)
);
comment on table servicing.debt_band is 'From how many days past due a loan stands in a debt group, as dated sets (Circular 14/2024/TT-NHNN, microfinance institutions); the demonstration uses today''s bands for its whole history';
insert into servicing.debt_band (fund_id, in_force_from, debt_group, days_from) values
    (1, '2000-01-01', 1, 0), (1, '2000-01-01', 2, 10), (1, '2000-01-01', 3, 30), (1, '2000-01-01', 4, 90),
    (1, '2000-01-01', 5, 180);
--rollback drop table servicing.debt_band;
