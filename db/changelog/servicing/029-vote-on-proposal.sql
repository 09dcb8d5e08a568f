--liquibase formatted sql logicalFilePath:servicing/029-vote-on-proposal.sql
--changeset servicing:029-vote-on-proposal splitStatements:false
alter table servicing.proposal add constraint proposal_proposer unique (id, proposed_by);
create table servicing.proposal_vote (
    proposal_id bigint not null,
    proposed_by bigint not null,
    member_id   bigint not null references access.person,
    chair       boolean not null,
    vote        text not null check (vote in ('FOR', 'AGAINST')),
    reason      text check (reason <> ''),
    voted_on    date not null,
    primary key (proposal_id, member_id),
    foreign key (proposal_id, proposed_by) references servicing.proposal (id, proposed_by),
    constraint proposal_vote_not_by_proposer check (member_id <> proposed_by),
    constraint proposal_vote_reason check (vote = 'FOR' or reason is not null)
);
comment on table servicing.proposal_vote is 'Votes of the management council on acts beyond the director''s authority; who proposed has none';
create trigger proposal_vote_append_only before update or delete on servicing.proposal_vote
    for each row execute function access.refuse_change();
create trigger proposal_vote_keep before truncate on servicing.proposal_vote
    for each statement execute function access.refuse_change();
--rollback drop table servicing.proposal_vote; alter table servicing.proposal drop constraint proposal_proposer;
