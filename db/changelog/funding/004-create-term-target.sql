--liquibase formatted sql logicalFilePath:funding/004-create-term-target.sql
--changeset funding:004-create-term-target
create table funding.term_target (
    fund_id         bigint not null references access.fund,
    name            text not null,
    from_day        date not null,
    to_day          date not null check (to_day > from_day),
    projects_target int not null check (projects_target > 0),
    capital_target  bigint not null check (capital_target > 0),
    primary key (fund_id, name)
);
comment on table funding.term_target is 'Terms of the Alliance''s congress and what the fund shall reach in each';

insert into funding.term_target (fund_id, name, from_day, to_day, projects_target, capital_target) values
    (1, '2020-2025', '2020-01-01', '2025-12-31', 250, 30000000000),
    (1, '2026-2030', '2026-01-01', '2030-12-31', 300, 50000000000);
--rollback drop table funding.term_target;
