--liquibase formatted sql logicalFilePath:funding/043-create-gauge-threshold.sql
--changeset funding:043-create-gauge-threshold
create table funding.gauge_threshold (
    fund_id       bigint not null references access.fund,
    gauge         text not null check (gauge in ('CHARTER_CAPITAL', 'LOANS_TO_EQUITY', 'BAD_DEBT', 'DEFICIT')),
    in_force_from date not null,
    threshold     numeric(18, 2) not null check (threshold >= 0),
    years         int not null check (years >= 1),
    paper         text not null check (paper <> ''),
    primary key (fund_id, gauge, in_force_from)
);
comment on table funding.gauge_threshold is 'When a fund is dissolved (Decree 45/2021 art. 46): charter capital below so many đồng; loans to equity below, bad debt to actual charter capital above, deficit to actual charter capital from so many percent, so many years running';
insert into funding.gauge_threshold (fund_id, gauge, in_force_from, threshold, years, paper) values
    (1, 'CHARTER_CAPITAL', '2000-01-01', 20000000000, 1, 'Điều 37 và Điều 46 Nghị định 45/2021/NĐ-CP'),
    (1, 'LOANS_TO_EQUITY', '2000-01-01', 20, 5, 'Điều 46 Nghị định 45/2021/NĐ-CP'),
    (1, 'BAD_DEBT', '2000-01-01', 50, 5, 'Điều 46 Nghị định 45/2021/NĐ-CP'),
    (1, 'DEFICIT', '2000-01-01', 75, 5, 'Điều 46 Nghị định 45/2021/NĐ-CP');
--rollback drop table funding.gauge_threshold;
