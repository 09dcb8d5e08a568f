--liquibase formatted sql logicalFilePath:servicing/080-take-charge-off-back.sql
--changeset servicing:080-take-charge-off-back splitStatements:false
create sequence servicing.charge_off_seq increment by 50;
create table servicing.charge_off (
    id             bigint primary key,
    loan_id        bigint not null references servicing.loan,
    charged_off_on date not null,
    state_before   text not null,
    group_before   int not null check (group_before between 1 and 5),
    entry_id       bigint not null unique,
    recorded_at    timestamptz not null default clock_timestamp()
);
create index charge_off_by_loan on servicing.charge_off (loan_id);
comment on table servicing.charge_off is 'Each time a debt left the balance sheet: the state and the official group it left, and its entry. Only added to';
insert into servicing.charge_off (id, loan_id, charged_off_on, state_before, group_before, entry_id)
select nextval('servicing.charge_off_seq'), l.id, l.charged_off_on, 'ACTIVE',
       coalesce((select g.debt_group from servicing.official_group g where g.loan_id = l.id and g.as_of < l.charged_off_on
                 order by g.as_of desc limit 1), 1), f.entry_id
from servicing.loan l join ledger.posted_fact f on f.fund_id = l.fund_id and f.source_fact = 'charge-off:' || l.id
where l.charged_off_on is not null;

create table servicing.charge_off_reversal (
    charge_off_id bigint primary key references servicing.charge_off,
    reversed_on   date not null,
    entry_id      bigint not null unique,
    why           text not null check (why <> ''),
    proposal_id   bigint not null unique references servicing.proposal,
    recorded_at   timestamptz not null default clock_timestamp()
);
comment on table servicing.charge_off_reversal is 'Charge-offs taken back by two people: the debt stands in the balance sheet again. Only added to';
create trigger charge_off_append_only before update or delete on servicing.charge_off
    for each row execute function access.refuse_change();
create trigger charge_off_keep before truncate on servicing.charge_off
    for each statement execute function access.refuse_change();
create trigger charge_off_reversal_append_only before update or delete on servicing.charge_off_reversal
    for each row execute function access.refuse_change();
create trigger charge_off_reversal_keep before truncate on servicing.charge_off_reversal
    for each statement execute function access.refuse_change();

alter table servicing.proposal drop constraint proposal_kind_check;
alter table servicing.proposal add constraint proposal_kind_check check (kind in ('TAKE_REPAYMENT', 'REVERSE_ACCELERATION', 'REVERSE_REPAYMENT',
    'REVERSE_DISBURSEMENT', 'RELEASE_UNDRAWN', 'REFUND_CREDIT', 'WAIVE_INTEREST', 'RESTRUCTURE_LOAN', 'REVERSE_RESTRUCTURE',
    'REVERSE_CHARGE_OFF', 'TAKE_ON_LOAN'));
--rollback alter table servicing.proposal drop constraint proposal_kind_check; alter table servicing.proposal add constraint proposal_kind_check check (kind in ('TAKE_REPAYMENT', 'REVERSE_ACCELERATION', 'REVERSE_REPAYMENT', 'REVERSE_DISBURSEMENT', 'RELEASE_UNDRAWN', 'REFUND_CREDIT', 'WAIVE_INTEREST', 'RESTRUCTURE_LOAN', 'REVERSE_RESTRUCTURE', 'TAKE_ON_LOAN')); drop table servicing.charge_off_reversal; drop table servicing.charge_off; drop sequence servicing.charge_off_seq;
