--liquibase formatted sql logicalFilePath:funding/003-create-exposure.sql
--changeset funding:003-create-exposure
create table funding.fund_lock (
    fund_id bigint primary key references access.fund
);
comment on table funding.fund_lock is 'The row that everybody locks who decides on, pays out or gives back the fund''s money';
insert into funding.fund_lock (fund_id) values (1);

create sequence funding.exposure_seq increment by 50;
create table funding.exposure (
    id             bigint primary key,
    fund_id        bigint not null references access.fund,
    borrower_id    bigint not null,
    application_id bigint not null,
    loan_id        bigint,
    reserved       bigint not null default 0 check (reserved >= 0),
    outstanding    bigint not null default 0 check (outstanding >= 0),
    unique (fund_id, application_id),
    unique (fund_id, loan_id),
    check (outstanding = 0 or loan_id is not null)
);
create index exposure_by_borrower on funding.exposure (fund_id, borrower_id);
comment on table funding.exposure is 'What the fund has promised and lent, by borrower and application (Decree 45/2021 art. 23)';
comment on column funding.exposure.reserved is 'Approved or signed and not disbursed';
comment on column funding.exposure.outstanding is 'Disbursed and not paid back, debt written off included';
--rollback drop table funding.exposure; drop sequence funding.exposure_seq; drop table funding.fund_lock;
