--liquibase formatted sql logicalFilePath:risk/020-follow-write-off.sql
--changeset risk:020-follow-write-off splitStatements:false
alter table risk.write_off add column reviewed_by bigint references access.person;
alter table risk.write_off add column reviewed_on date;
alter table risk.write_off drop constraint write_off_state_check;
alter table risk.write_off add constraint write_off_state_check
    check (state in ('PENDING', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'LAPSED', 'REVERSED'));
alter table risk.write_off drop constraint write_off_decided;
alter table risk.write_off add constraint write_off_decided check (
    (state in ('APPROVED', 'REFUSED', 'REVERSED')) = (decided_by is not null)
    and (state = 'PENDING') = (decided_on is null) and (state = 'PENDING') = (decision is null));
alter table risk.write_off add constraint write_off_reviewer_is_another check (reviewed_by <> proposed_by);
alter table risk.write_off add constraint write_off_reviewed check ((reviewed_by is null) = (reviewed_on is null));
drop index risk.write_off_once;
create unique index write_off_once on risk.write_off (loan_id, kind) where state in ('PENDING', 'APPROVED');
comment on column risk.write_off.reviewed_by is 'Who looked at its figures and provisions and forwarded it to the council';
drop trigger write_off_takes_duties on risk.write_off;
create trigger write_off_takes_duties after insert or update on risk.write_off for each row
    execute function access.take_duties('WRITE_OFF', 'id', 'proposed_by', 'PROPOSE_WRITE_OFF', 'reviewed_by', 'REVIEW_WRITE_OFF', 'decided_by', 'DECIDE_WRITE_OFF');
--rollback drop trigger write_off_takes_duties on risk.write_off; create trigger write_off_takes_duties after insert or update on risk.write_off for each row execute function access.take_duties('WRITE_OFF', 'id', 'proposed_by', 'PROPOSE_WRITE_OFF', 'decided_by', 'DECIDE_WRITE_OFF'); drop index risk.write_off_once; create unique index write_off_once on risk.write_off (loan_id, kind) where state <> 'REFUSED'; alter table risk.write_off drop constraint write_off_reviewed; alter table risk.write_off drop constraint write_off_reviewer_is_another; alter table risk.write_off drop constraint write_off_decided; alter table risk.write_off add constraint write_off_decided check ((state = 'PENDING') = (decided_by is null) and (state = 'PENDING') = (decided_on is null) and (state = 'PENDING') = (decision is null)); alter table risk.write_off drop constraint write_off_state_check; alter table risk.write_off add constraint write_off_state_check check (state in ('PENDING', 'APPROVED', 'REFUSED')); alter table risk.write_off drop column reviewed_by; alter table risk.write_off drop column reviewed_on;
