--liquibase formatted sql logicalFilePath:access/001-create-person.sql
--changeset access:001-create-person
create schema access;

create sequence access.fund_seq increment by 50;
create table access.fund (
    id            bigint primary key,
    name          text not null,
    short_name    text not null,
    province_code text not null check (province_code ~ '^[0-9]{2}$'),
    address       text not null,
    phone         text,
    bank_bin      text check (bank_bin ~ '^[0-9]{6}$'),
    bank_name     text,
    bank_account  text
);
comment on table access.fund is 'The lender; every root row carries its id, so that a second fund can join';

create sequence access.person_seq increment by 50;
create table access.person (
    id            bigint primary key,
    fund_id       bigint not null references access.fund,
    username      text not null,
    display_name  text not null,
    password_hash text,
    enabled       boolean not null default true,
    created_at    timestamptz not null default now(),
    unique (fund_id, username)
);
create unique index person_username on access.person (lower(username));
comment on table access.person is 'Somebody who signs in: staff of the fund or the delegate of a borrower';

create table access.person_role (
    person_id  bigint not null references access.person,
    role       text not null,
    primary key (person_id, role)
);
comment on table access.person_role is 'What a person is in the work; small staff may hold several roles';

insert into access.fund (id, name, short_name, province_code, address, phone, bank_bin, bank_name, bank_account)
values (1, 'Quỹ hỗ trợ phát triển hợp tác xã Bắc Giang', 'Quỹ HTPT HTX Bắc Giang', '24',
        'Phường Bắc Giang, tỉnh Bắc Ninh', '0204 3 855 000', '970405', 'Agribank', '2500201001234');
--rollback drop schema access cascade;
