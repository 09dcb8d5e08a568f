--liquibase formatted sql logicalFilePath:servicing/072-move-votes.sql
--changeset servicing:072-move-votes splitStatements:false
-- one question at a time lies before the council on a loan: of several that wait the first goes on
update servicing.proposal p set state = 'LAPSED', decided_on = proposed_on,
    reason = 'Hội đồng xem xét lần lượt từng nội dung của khoản vay; hãy lập lại đề nghị này khi nội dung trước đã có kết quả'
where p.state = 'PENDING' and p.council and exists (select 1 from servicing.proposal first where first.loan_id = p.loan_id
    and first.state = 'PENDING' and first.council and first.id < p.id);
-- what the council was asked before it had a room of its own, with the votes; what is being voted on goes on there
insert into council.matter (id, fund_id, subject_type, subject_id, kind, paper, state, round, way, meets_on, laid_on, called_on,
    approved, signed_by, signed_on, remark)
select nextval('council.matter_seq'), p.fund_id, 'LOAN', p.loan_id, case when r.id is null then 'PROPOSAL' else 'RESTRUCTURE' end,
       coalesce(r.id, p.id), case p.state when 'PENDING' then 'CALLED' when 'CONFIRMED' then 'DECIDED' when 'REJECTED' then 'DECIDED' else 'TAKEN_BACK' end,
       1, 'WRITTEN', coalesce(v.last_vote, p.proposed_on), p.proposed_on, coalesce(v.first_vote, p.proposed_on),
       case p.state when 'CONFIRMED' then true when 'REJECTED' then false end, p.decided_by,
       case when p.state in ('CONFIRMED', 'REJECTED') then p.decided_on end, case p.state when 'REJECTED' then p.reason end
from servicing.proposal p
left join servicing.restructure_request r on r.proposal_id = p.id
left join (select proposal_id, min(voted_on) as first_vote, max(voted_on) as last_vote from servicing.proposal_vote
           group by proposal_id) v on v.proposal_id = p.id
where p.council and p.loan_id is not null;
insert into council.seat (matter_id, round, member_id, chair)
select m.id, 1, v.member_id, v.chair from servicing.proposal_vote v
left join servicing.restructure_request r on r.proposal_id = v.proposal_id
join council.matter m on m.kind = case when r.id is null then 'PROPOSAL' else 'RESTRUCTURE' end and m.paper = coalesce(r.id, v.proposal_id)
union
select m.id, 1, o.person_id, exists (select 1 from access.person_role c where c.person_id = o.person_id and c.role = 'COUNCIL_CHAIR')
from council.matter m join servicing.proposal p on m.kind = 'PROPOSAL' and p.id = m.paper
join access.person_role o on o.role = 'COUNCIL_MEMBER' join access.person one on one.id = o.person_id and one.enabled and one.fund_id = m.fund_id
join servicing.loan l on l.id = p.loan_id
where m.state = 'CALLED' and o.person_id <> p.proposed_by and not exists (select 1 from access.duty_taken d
    join access.duty_conflict c on c.duty = 'VOTE' and c.conflicts_with = d.duty
    where d.subject_type = 'APPLICATION' and d.subject_id = l.application_id and o.person_id in (d.person_id, d.stands_in_for))
    and not exists (select 1 from servicing.proposal_vote v where v.proposal_id = p.id and v.member_id = o.person_id);
insert into council.vote (matter_id, round, member_id, chair, vote, reason, voted_on)
select m.id, 1, v.member_id, v.chair, v.vote, v.reason, v.voted_on from servicing.proposal_vote v
left join servicing.restructure_request r on r.proposal_id = v.proposal_id
join council.matter m on m.kind = case when r.id is null then 'PROPOSAL' else 'RESTRUCTURE' end and m.paper = coalesce(r.id, v.proposal_id);
drop table servicing.proposal_vote;
--rollback create table servicing.proposal_vote (proposal_id bigint not null, proposed_by bigint not null, member_id bigint not null references access.person, chair boolean not null, vote text not null check (vote in ('FOR', 'AGAINST')), reason text check (reason <> ''), voted_on date not null, primary key (proposal_id, member_id), foreign key (proposal_id, proposed_by) references servicing.proposal (id, proposed_by), constraint proposal_vote_not_by_proposer check (member_id <> proposed_by), constraint proposal_vote_reason check (vote = 'FOR' or reason is not null)); insert into servicing.proposal_vote select p.id, p.proposed_by, v.member_id, v.chair, v.vote, v.reason, v.voted_on from council.vote v join council.matter m on m.id = v.matter_id left join servicing.restructure_request r on m.kind = 'RESTRUCTURE' and r.id = m.paper join servicing.proposal p on p.id = coalesce(r.proposal_id, m.paper) where m.kind in ('PROPOSAL', 'RESTRUCTURE') and v.vote in ('FOR', 'AGAINST') on conflict do nothing;
