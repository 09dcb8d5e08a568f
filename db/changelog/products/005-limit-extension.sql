--liquibase formatted sql logicalFilePath:products/005-limit-extension.sql
--changeset products:005-limit-extension
alter table products.lending_regulation
    add column longest_extension_short int not null default 100 check (longest_extension_short between 0 and 300),
    add column longest_extension       int not null default 50 check (longest_extension between 0 and 300);
comment on column products.lending_regulation.longest_extension_short is 'By how much of its term a loan of at most twelve months may be extended in all, percent';
comment on column products.lending_regulation.longest_extension is 'By how much of its term a longer loan may be extended in all, percent';
--rollback alter table products.lending_regulation drop column longest_extension_short, drop column longest_extension;
