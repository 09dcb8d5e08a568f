--liquibase formatted sql logicalFilePath:cooperatives/005-create-consent.sql
--changeset cooperatives:005-create-consent
create sequence cooperatives.consent_seq increment by 50;
create table cooperatives.consent (
    id             bigint primary key,
    fund_id        bigint not null references access.fund,
    borrower_id    bigint not null references cooperatives.borrower,
    person_name    text not null,
    citizen_number text not null,
    purposes       text[] not null check (cardinality(purposes) > 0),
    text_version   text not null,
    evidence       text not null check (evidence in ('SIGN_IN', 'PAPER')),
    given_on       date not null,
    recorded_at    timestamptz not null default now(),
    recorded_by    bigint references access.person,
    withdrawn_at   timestamptz,
    withdrawn_by   bigint references access.person
);
create unique index consent_in_force on cooperatives.consent (borrower_id) where withdrawn_at is null;
comment on table cooperatives.consent is 'Consent of a person to the processing of personal data: for which purposes, by which text, when given and when withdrawn (Law 91/2025/QH15)';
--rollback drop table cooperatives.consent; drop sequence cooperatives.consent_seq;
