--liquibase formatted sql logicalFilePath:origination/007-move-votes.sql
--changeset origination:007-move-votes splitStatements:false
-- what the council was asked before it had a room of its own, with the votes; what is being voted on goes on there
insert into council.matter (id, fund_id, subject_type, subject_id, kind, paper, state, round, way, meets_on, laid_on, called_on, approved, signed_by, signed_on)
select nextval('council.matter_seq'), a.fund_id, 'APPLICATION', a.id, 'LOAN', p.id,
       case when d.id is null and p.id = latest.id then 'CALLED' when d.id is null then 'TAKEN_BACK' else 'DECIDED' end, 1, 'WRITTEN',
       coalesce(v.last_vote, a.submitted_on, a.created_on), coalesce(v.first_vote, a.submitted_on, a.created_on),
       coalesce(v.first_vote, a.submitted_on, a.created_on), d.approved, d.decided_by, d.decided_on
from origination.application a
join origination.appraisal p on p.application_id = a.id
cross join lateral (select max(id) as id from origination.appraisal where application_id = a.id) latest
left join (select appraisal_id, min(voted_on) as first_vote, max(voted_on) as last_vote from origination.council_vote
           group by appraisal_id) v on v.appraisal_id = p.id
left join origination.decision d on d.application_id = a.id and d.appraisal_id = p.id
where v.appraisal_id is not null or exists (select 1 from workflow.inbox_task t where t.task_key in ('Task_CastVote', 'Task_SignDecision')
    and t.subject_type = 'APPLICATION' and t.subject_id = a.id and p.id = latest.id);
insert into council.seat (matter_id, round, member_id, chair)
select m.id, 1, v.member_id, v.chair from origination.council_vote v
join council.matter m on m.subject_id = v.application_id and m.paper = v.appraisal_id and m.kind = 'LOAN'
union
select m.id, 1, t.for_person, exists (select 1 from access.person_role r where r.person_id = t.for_person and r.role = 'COUNCIL_CHAIR')
from workflow.inbox_task t join council.matter m on m.subject_type = t.subject_type and m.subject_id = t.subject_id
    and m.state = 'CALLED' where t.task_key = 'Task_CastVote' and t.for_person is not null;
insert into council.vote (matter_id, round, member_id, chair, vote, reason, voted_on)
select m.id, 1, v.member_id, v.chair, v.vote, coalesce(v.reason, case v.vote when 'AGAINST' then '-' end), v.voted_on
from origination.council_vote v
join council.matter m on m.subject_id = v.application_id and m.paper = v.appraisal_id and m.kind = 'LOAN';
update workflow.inbox_task set form_key = 'council/cast-vote' where form_key = 'origination/cast-vote';
drop table origination.council_vote;
--rollback create table origination.council_vote (application_id bigint not null references origination.application, appraisal_id bigint not null, appraised_by bigint not null, member_id bigint not null references access.person, chair boolean not null, vote text not null check (vote in ('FOR', 'AGAINST', 'ABSTAIN')), reason text, voted_on date not null, primary key (application_id, appraisal_id, member_id), foreign key (appraisal_id, appraised_by) references origination.appraisal (id, appraised_by), constraint vote_not_by_appraiser check (member_id <> appraised_by)); insert into origination.council_vote select m.subject_id, m.paper, p.appraised_by, v.member_id, v.chair, v.vote, v.reason, v.voted_on from council.vote v join council.matter m on m.id = v.matter_id and m.kind = 'LOAN' and m.round = v.round join origination.appraisal p on p.id = m.paper where v.vote <> 'CONFLICT'; update workflow.inbox_task set form_key = 'origination/cast-vote' where form_key = 'council/cast-vote';
