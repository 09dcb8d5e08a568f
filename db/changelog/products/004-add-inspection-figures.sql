--liquibase formatted sql logicalFilePath:products/004-add-inspection-figures.sql
--changeset products:004-add-inspection-figures
alter table products.lending_regulation
    add column first_inspection_days int not null default 30 check (first_inspection_days between 1 and 366),
    add column inspection_months     int not null default 6 check (inspection_months between 1 and 60);
comment on column products.lending_regulation.first_inspection_days is 'How many days after the first money left the use of the loan is inspected';
comment on column products.lending_regulation.inspection_months is 'Months from one inspection of the use of a loan to the next';
--rollback alter table products.lending_regulation drop column first_inspection_days, drop column inspection_months;
