--liquibase formatted sql logicalFilePath:cooperatives/006-create-borrower-sign-in.sql
--changeset cooperatives:006-create-borrower-sign-in
create sequence cooperatives.borrower_sign_in_seq increment by 50;
create table cooperatives.borrower_sign_in (
    id          bigint primary key,
    fund_id     bigint not null references access.fund,
    borrower_id bigint not null references cooperatives.borrower,
    person_id   bigint not null references access.person,
    linked_at   timestamptz not null default now(),
    linked_by   bigint references access.person,
    ended_at    timestamptz,
    ended_by    bigint references access.person
);
create unique index borrower_sign_in_person on cooperatives.borrower_sign_in (person_id) where ended_at is null;
create index borrower_sign_in_borrower on cooperatives.borrower_sign_in (borrower_id) where ended_at is null;
comment on table cooperatives.borrower_sign_in is 'Who signs in for a borrower: several people may, each of them for one borrower';
--rollback drop table cooperatives.borrower_sign_in; drop sequence cooperatives.borrower_sign_in_seq;
