--liquibase formatted sql logicalFilePath:products/007-add-cover-votes-lapse.sql
--changeset products:007-add-cover-votes-lapse
alter table products.lending_regulation
    add column authority_cover     numeric(6,3) not null default 50 check (authority_cover between 1 and 300),
    add column council_least_votes int not null default 2 check (council_least_votes between 1 and 15),
    add column supplement_days     int not null default 30 check (supplement_days between 1 and 366);
comment on column products.lending_regulation.authority_cover is 'What collateral counts for after its haircut must reach this share of the amount for the loan to be secured where the authority is found, percent';
comment on column products.lending_regulation.council_least_votes is 'How many votes must be cast for the council to decide anything; who steps aside casts none';
comment on column products.lending_regulation.supplement_days is 'Days in which papers that were asked for must come; after that the file lapses';
--rollback alter table products.lending_regulation drop column authority_cover, drop column council_least_votes, drop column supplement_days;
