--liquibase formatted sql logicalFilePath:products/001-create-lending-regulation.sql
--changeset products:001-create-lending-regulation
create schema products;
create table products.lending_regulation (
    fund_id                  bigint not null references access.fund,
    in_force_from            date not null,
    paper                    text not null,
    least_own_capital        numeric(6,3) not null check (least_own_capital between 0 and 100),
    customer_limit           numeric(6,3) not null check (customer_limit between 0 and 100),
    group_limit              numeric(6,3) not null check (group_limit between 0 and 100),
    longest_term_months      int not null check (longest_term_months > 0),
    annual_rate              numeric(9,6) not null check (annual_rate between 0 and 100),
    overdue_factor           numeric(6,3) not null check (overdue_factor between 100 and 150),
    late_interest_rate       numeric(6,3) not null check (late_interest_rate between 0 and 10),
    months_between           int not null check (months_between in (1, 2, 3, 4, 6, 12)),
    offer_valid_days         int not null check (offer_valid_days > 0),
    council_quorum_percent   int not null check (council_quorum_percent between 1 and 100),
    primary key (fund_id, in_force_from)
);
comment on table products.lending_regulation is
    'The fund''s lending regulation as dated rows (Decree 45/2021/ND-CP art. 31): figures are percent, months and days';

insert into products.lending_regulation values
    (1, '2020-01-01', 'Quy chế cho vay ban hành kèm Quyết định số 12/QĐ-HĐQL ngày 15/01/2020 (số liệu trình diễn)',
     20, 15, 25, 60, 6.6, 150, 10, 3, 60, 66);
--rollback drop schema products cascade;
