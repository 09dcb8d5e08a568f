--liquibase formatted sql logicalFilePath:servicing/020-generalise-proposal.sql
--changeset servicing:020-generalise-proposal
alter table servicing.repayment_proposal rename to proposal;
alter sequence servicing.repayment_proposal_seq rename to proposal_seq;
alter index servicing.repayment_proposal_loan rename to proposal_loan;
alter index servicing.repayment_proposal_reference rename to proposal_reference;
alter table servicing.proposal
    alter column loan_id drop not null,
    alter column amount drop not null,
    alter column value_date drop not null,
    alter column channel drop not null,
    add column kind text not null default 'TAKE_REPAYMENT' check (kind in ('TAKE_REPAYMENT', 'REVERSE_REPAYMENT',
        'REVERSE_DISBURSEMENT', 'RELEASE_UNDRAWN', 'REFUND_CREDIT', 'WAIVE_INTEREST', 'RESTRUCTURE_LOAN', 'REVERSE_RESTRUCTURE',
        'TAKE_ON_LOAN')),
    add column target_id bigint,
    add column why text,
    add column details jsonb not null default '{}',
    add column council boolean not null default false,
    add column recorded_at timestamptz not null default clock_timestamp(),
    add constraint proposal_names_receipt check (
        kind <> 'TAKE_REPAYMENT' or (amount is not null and value_date is not null and channel is not null)),
    add constraint proposal_says_why check (kind = 'TAKE_REPAYMENT' or coalesce(why, '') <> ''),
    add constraint proposal_names_loan check (loan_id is not null or kind = 'TAKE_ON_LOAN');
alter table servicing.proposal alter column kind drop default;
create unique index proposal_once on servicing.proposal (loan_id, kind, coalesce(target_id, 0))
    where state = 'PENDING' and kind <> 'TAKE_REPAYMENT';
create index proposal_pending on servicing.proposal (fund_id, id) where state = 'PENDING';
comment on table servicing.proposal is 'Acts that wait for a second person: a back-dated receipt, a reversal, a refund, a waiver, a restructuring, a loan taken on. details are the act''s own, target_id what a reversal takes back; council says that it is beyond the director''s authority';
--rollback drop index servicing.proposal_pending; drop index servicing.proposal_once; alter table servicing.proposal drop constraint proposal_names_loan, drop constraint proposal_says_why, drop constraint proposal_names_receipt, drop column recorded_at, drop column council, drop column details, drop column why, drop column target_id, drop column kind; alter index servicing.proposal_reference rename to repayment_proposal_reference; alter index servicing.proposal_loan rename to repayment_proposal_loan; alter sequence servicing.proposal_seq rename to repayment_proposal_seq; alter table servicing.proposal rename to repayment_proposal;
