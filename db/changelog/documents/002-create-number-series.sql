--liquibase formatted sql logicalFilePath:documents/002-create-number-series.sql
--changeset documents:002-create-number-series
create table documents.number_series (
    fund_id bigint not null references access.fund,
    kind    text not null,
    year    int not null check (year between 1900 and 2199),
    last    bigint not null check (last > 0),
    primary key (fund_id, kind, year)
);
comment on table documents.number_series is 'The last number given in a series; taking the next one locks the row until the taker commits, so that none is lost';
--rollback drop table documents.number_series;
