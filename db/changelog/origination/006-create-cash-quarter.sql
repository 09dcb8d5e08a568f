--liquibase formatted sql logicalFilePath:origination/006-create-cash-quarter.sql
--changeset origination:006-create-cash-quarter
create table origination.cash_quarter (
    application_id bigint not null references origination.application,
    quarter        int not null check (quarter between 1 and 4),
    income         bigint not null check (income between 0 and 1000000000000000),
    cost           bigint not null check (cost between 0 and 1000000000000000),
    primary key (application_id, quarter)
);
comment on table origination.cash_quarter is 'What a borrower expects to take in and to spend in each quarter of a usual year, dong';
--rollback drop table origination.cash_quarter;
