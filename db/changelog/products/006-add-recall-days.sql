--liquibase formatted sql logicalFilePath:products/006-add-recall-days.sql
--changeset products:006-add-recall-days
alter table products.lending_regulation
    add column recall_days int not null default 15 check (recall_days between 1 and 366);
comment on column products.lending_regulation.recall_days is 'How many days a borrower has at least, from the notice on, to pay a loan that is called back';
--rollback alter table products.lending_regulation drop column recall_days;
