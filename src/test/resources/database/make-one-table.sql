--liquibase formatted sql logicalFilePath:test/make-one-table.sql
--changeset test:make-one-table
create table public.one_table (id bigint primary key);
--rollback drop table public.one_table
