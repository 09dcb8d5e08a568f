--liquibase formatted sql logicalFilePath:cooperatives/001-create-administrative-unit.sql
--changeset cooperatives:001-create-administrative-unit
create schema cooperatives;

create table cooperatives.province (
    code text primary key check (code ~ '^[0-9]{2}$'),
    name text not null
);
comment on table cooperatives.province is 'Provinces and cities since 1 July 2025 (Decision 19/2025/QĐ-TTg)';

create table cooperatives.commune (
    code          text primary key check (code ~ '^[0-9]{5}$'),
    name          text not null,
    province_code text not null references cooperatives.province,
    unique (code, province_code)
);
create index commune_province on cooperatives.commune (province_code);
comment on table cooperatives.commune is 'Communes, wards and special zones since 1 July 2025; there are no districts';
--rollback drop schema cooperatives cascade;
