--liquibase formatted sql logicalFilePath:servicing/026-create-restructure-reversal.sql
--changeset servicing:026-create-restructure-reversal
create table servicing.restructure_reversal (
    restructure_id bigint primary key references servicing.restructure,
    reversed_on    date not null,
    why            text not null check (why <> ''),
    proposal_id    bigint not null unique references servicing.proposal,
    recorded_at    timestamptz not null default clock_timestamp()
);
comment on table servicing.restructure_reversal is 'Restructurings taken back: they stand no more, and the loan runs on by the schedule before';
create trigger restructure_reversal_append_only before update or delete on servicing.restructure_reversal
    for each row execute function access.refuse_change();
create trigger restructure_reversal_keep before truncate on servicing.restructure_reversal
    for each statement execute function access.refuse_change();
create view servicing.standing_restructure as
    select r.* from servicing.restructure r
    where not exists (select 1 from servicing.restructure_reversal back where back.restructure_id = r.id);
--rollback drop view servicing.standing_restructure; drop table servicing.restructure_reversal;
