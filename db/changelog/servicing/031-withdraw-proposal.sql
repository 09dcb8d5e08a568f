--liquibase formatted sql logicalFilePath:servicing/031-withdraw-proposal.sql
--changeset servicing:031-withdraw-proposal
alter table servicing.proposal drop constraint proposal_state, drop constraint proposal_decided, drop constraint proposal_lapsed;
alter table servicing.proposal
    add constraint proposal_state check (state in ('PENDING', 'CONFIRMED', 'REJECTED', 'LAPSED', 'WITHDRAWN')),
    add constraint proposal_decided check ((state in ('PENDING', 'LAPSED', 'WITHDRAWN')) = (decided_by is null)
        and (state = 'PENDING') = (decided_on is null)),
    add constraint proposal_dropped check (state not in ('LAPSED', 'WITHDRAWN') or reason is not null);
comment on column servicing.proposal.state is 'LAPSED: something happened to the loan that leaves nothing to decide. WITHDRAWN: by who had proposed it. Nobody decided either';
--rollback update servicing.proposal set state = 'LAPSED' where state = 'WITHDRAWN'; alter table servicing.proposal drop constraint proposal_dropped, drop constraint proposal_decided, drop constraint proposal_state; alter table servicing.proposal add constraint proposal_state check (state in ('PENDING', 'CONFIRMED', 'REJECTED', 'LAPSED')), add constraint proposal_decided check ((state in ('PENDING', 'LAPSED')) = (decided_by is null) and (state = 'PENDING') = (decided_on is null)), add constraint proposal_lapsed check (state <> 'LAPSED' or reason is not null);
