--liquibase formatted sql logicalFilePath:servicing/007-create-standing.sql
--changeset servicing:007-create-standing
create table servicing.standing (
    loan_id               bigint primary key references servicing.loan,
    principal_outstanding bigint not null,
    credit                bigint not null,
    next_due_on           date,
    recorded_at           timestamptz not null default clock_timestamp()
);
create index standing_next_due on servicing.standing (next_due_on);
comment on table servicing.standing is 'What the replay of a loan''s facts last said, for lists and the close of a day: next_due_on is the oldest unpaid row, and days past due are the business date less it. Written with every fact; nothing is decided on it';
--rollback drop table servicing.standing;
