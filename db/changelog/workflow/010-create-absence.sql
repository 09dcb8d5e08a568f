--liquibase formatted sql logicalFilePath:workflow/010-create-absence.sql
--changeset workflow:010-create-absence splitStatements:false
create sequence workflow.absence_seq increment by 50;
create table workflow.absence (
    id          bigint primary key,
    fund_id     bigint not null,
    absent_id   bigint not null references access.person,
    stand_in_id bigint not null references access.person,
    from_day    date not null,
    to_day      date not null,
    reason      text not null check (reason <> ''),
    arranged_by bigint not null references access.person,
    arranged_at timestamptz not null default clock_timestamp(),
    ended_on    date,
    ended_by    bigint references access.person,
    constraint absence_has_other_stand_in check (absent_id <> stand_in_id),
    constraint absence_ends_after_it_begins check (to_day >= from_day)
);
create index absence_stand_in on workflow.absence (stand_in_id, from_day);
create index absence_absent on workflow.absence (absent_id, from_day);
comment on table workflow.absence is 'Who is away from when to when and who does that person''s tasks meanwhile; ended_on is the first day on which it holds no more';

-- Whose tasks somebody may do today for whom: never a council member's vote, never a role that stands apart from one's own.
create view workflow.standing_in as
select s.id as absence_id, s.fund_id, s.stand_in_id, s.absent_id, r.role, s.from_day, s.to_day
  from workflow.absence s
  join calendar.business_day d on d.fund_id = s.fund_id and d.day between s.from_day and s.to_day
  join access.person a on a.id = s.absent_id and a.enabled
  join access.person p on p.id = s.stand_in_id and p.enabled
  join access.person_role r on r.person_id = s.absent_id and r.role not in ('COUNCIL_MEMBER', 'COUNCIL_CHAIR')
 where (s.ended_on is null or d.day < s.ended_on)
   and not exists (select 1 from access.person_role o join access.role_apart x on x.role = o.role
                   where o.person_id = s.stand_in_id and x.apart_from = r.role);
--rollback drop view workflow.standing_in; drop table workflow.absence; drop sequence workflow.absence_seq;
