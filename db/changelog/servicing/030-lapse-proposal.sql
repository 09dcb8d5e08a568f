--liquibase formatted sql logicalFilePath:servicing/030-lapse-proposal.sql
--changeset servicing:030-lapse-proposal
alter table servicing.proposal drop constraint repayment_proposal_state_check, drop constraint proposal_decided;
alter table servicing.proposal
    add constraint proposal_state check (state in ('PENDING', 'CONFIRMED', 'REJECTED', 'LAPSED')),
    add constraint proposal_decided check ((state in ('PENDING', 'LAPSED')) = (decided_by is null)
        and (state = 'PENDING') = (decided_on is null)),
    add constraint proposal_lapsed check (state <> 'LAPSED' or reason is not null);
comment on column servicing.proposal.state is 'LAPSED: something happened to the loan that leaves nothing to decide; by nobody';
--rollback update servicing.proposal set state = 'REJECTED', decided_by = (select min(id) from access.person p where p.id <> proposed_by) where state = 'LAPSED'; alter table servicing.proposal drop constraint proposal_lapsed, drop constraint proposal_decided, drop constraint proposal_state; alter table servicing.proposal add constraint repayment_proposal_state_check check (state in ('PENDING', 'CONFIRMED', 'REJECTED')), add constraint proposal_decided check ((state = 'PENDING') = (decided_by is null) and (state = 'PENDING') = (decided_on is null));
