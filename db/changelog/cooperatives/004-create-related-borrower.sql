--liquibase formatted sql logicalFilePath:cooperatives/004-create-related-borrower.sql
--changeset cooperatives:004-create-related-borrower
create sequence cooperatives.related_borrower_seq increment by 50;
create table cooperatives.related_borrower (
    id         bigint primary key,
    fund_id    bigint not null references access.fund,
    borrower_a bigint not null references cooperatives.borrower,
    borrower_b bigint not null references cooperatives.borrower,
    reason     text not null,
    linked_at  timestamptz not null default now(),
    linked_by  bigint references access.person,
    ended_at   timestamptz,
    ended_by   bigint references access.person,
    check (borrower_a < borrower_b)
);
create unique index related_borrower_once on cooperatives.related_borrower (borrower_a, borrower_b) where ended_at is null;
create index related_borrower_b on cooperatives.related_borrower (borrower_b) where ended_at is null;
comment on table cooperatives.related_borrower is 'Which borrowers are related persons of each other (Decree 45/2021 art. 2.5); the limit of 25 % counts all that hang together';
--rollback drop table cooperatives.related_borrower; drop sequence cooperatives.related_borrower_seq;
