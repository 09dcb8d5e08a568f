--liquibase formatted sql logicalFilePath:cooperatives/003-create-borrower.sql
--changeset cooperatives:003-create-borrower
create sequence cooperatives.borrower_seq increment by 50;
create table cooperatives.borrower (
    id                    bigint primary key,
    version               int not null,
    fund_id               bigint not null references access.fund,
    kind                  text not null check (kind in ('COOPERATIVE', 'UNION', 'PERSON')),
    name                  text not null,
    number                text not null,
    member_kind           text check (member_kind in
                              ('COOPERATIVE_MEMBER', 'COOPERATIVE_HOUSEHOLD', 'GROUP_MEMBER', 'GROUP_HOUSEHOLD')),
    member_of             text,
    founded_on            date,
    address_line          text,
    province_code         text references cooperatives.province,
    commune_code          text,
    phone                 text,
    email                 text,
    line_of_business      text,
    alliance_member_since date,
    members               int check (members > 0),
    bank_name             text,
    bank_account          text,
    bank_holder           text,
    complete              boolean not null,
    search_text           text not null,
    registered_on         date not null,
    registered_at         timestamptz not null default now(),
    unique (fund_id, number),
    foreign key (commune_code, province_code) references cooperatives.commune (code, province_code),
    -- an enterprise that is a member does not borrow, and has no word here (Decree 45/2021 art. 20)
    check ((kind = 'PERSON') = (member_kind is not null)),
    check (case when kind = 'PERSON' then number ~ '^[0-9]{12}$' else number ~ '^[0-9]{10}(-[0-9]{3})?$' end)
);
create index borrower_commune on cooperatives.borrower (commune_code);
comment on table cooperatives.borrower is 'Who may borrow: a cooperative, a union of cooperatives, or a person who is a member of a cooperative or group';
comment on column cooperatives.borrower.number is 'Registration and tax number; of a person the citizen number';
comment on column cooperatives.borrower.complete is 'Whether all is there that an application needs';
comment on column cooperatives.borrower.search_text is 'What a search looks through, without tone marks and capitals';

create table cooperatives.representative (
    borrower_id    bigint primary key references cooperatives.borrower,
    name           text,
    title          text,
    citizen_number text check (citizen_number ~ '^[0-9]{12}$'),
    born_on        date,
    phone          text
);
create index representative_citizen_number on cooperatives.representative (citizen_number);
comment on table cooperatives.representative is 'The person who represents a borrower by law; a personal borrower represents itself';
--rollback drop table cooperatives.representative; drop table cooperatives.borrower; drop sequence cooperatives.borrower_seq;
