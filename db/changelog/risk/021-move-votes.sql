--liquibase formatted sql logicalFilePath:risk/021-move-votes.sql
--changeset risk:021-move-votes splitStatements:false
-- votes on write-offs from before the council had a room of its own. What was decided stands there as decided; what still
-- waits is looked at and voted on anew by the model, its votes so far stay as what was cast
insert into council.matter (id, fund_id, subject_type, subject_id, kind, paper, state, round, way, meets_on, laid_on, called_on, approved, signed_by, signed_on, remark)
select nextval('council.matter_seq'), w.fund_id, 'LOAN', w.loan_id, 'WRITE_OFF', w.id,
       case when w.state = 'PENDING' then 'TAKEN_BACK' else 'DECIDED' end, 1, 'WRITTEN', v.last_vote, w.proposed_on, w.proposed_on,
       case when w.state <> 'PENDING' then w.state = 'APPROVED' end, w.decided_by, w.decided_on, w.decision
from risk.write_off w
join (select write_off_id, max(voted_on) as last_vote from risk.write_off_vote group by write_off_id) v on v.write_off_id = w.id;
insert into council.seat (matter_id, round, member_id, chair)
select m.id, 1, v.member_id, v.chair from risk.write_off_vote v join council.matter m on m.kind = 'WRITE_OFF' and m.paper = v.write_off_id;
insert into council.vote (matter_id, round, member_id, chair, vote, reason, voted_on)
select m.id, 1, v.member_id, v.chair, v.vote, coalesce(v.reason, case v.vote when 'AGAINST' then '-' end), v.voted_on
from risk.write_off_vote v join council.matter m on m.kind = 'WRITE_OFF' and m.paper = v.write_off_id;
drop table risk.write_off_vote;

-- who votes on a write-off takes that side of it, whatever the program does
create function council.take_duty_of_vote() returns trigger language plpgsql as $$
begin
    insert into access.duty_taken (fund_id, subject_type, subject_id, duty, person_id)
    select m.fund_id, 'WRITE_OFF', m.paper, 'VOTE_WRITE_OFF', new.member_id from council.matter m
    where m.id = new.matter_id and m.kind = 'WRITE_OFF' and new.vote <> 'CONFLICT'
    on conflict do nothing;
    return null;
end $$;
create trigger vote_takes_duty after insert on council.vote for each row execute function council.take_duty_of_vote();
--rollback drop trigger vote_takes_duty on council.vote; drop function council.take_duty_of_vote(); create table risk.write_off_vote (write_off_id bigint not null, proposed_by bigint not null, member_id bigint not null references access.person, vote text not null check (vote in ('FOR', 'AGAINST')), reason text, voted_on date not null, chair boolean not null, primary key (write_off_id, member_id), foreign key (write_off_id, proposed_by) references risk.write_off (id, proposed_by), constraint write_off_vote_not_by_proposer check (member_id <> proposed_by)); insert into risk.write_off_vote select m.paper, w.proposed_by, v.member_id, v.vote, v.reason, v.voted_on, v.chair from council.vote v join council.matter m on m.id = v.matter_id and m.kind = 'WRITE_OFF' and m.round = v.round join risk.write_off w on w.id = m.paper where v.vote in ('FOR', 'AGAINST'); create trigger write_off_vote_takes_duties after insert on risk.write_off_vote for each row execute function access.take_duties('WRITE_OFF', 'write_off_id', 'member_id', 'VOTE_WRITE_OFF');
