--liquibase formatted sql logicalFilePath:access/048-review-write-off.sql
--changeset access:048-review-write-off splitStatements:false
-- who asked for a write-off does not look at it
insert into access.duty_side (duty, subject_type, noted_by) values ('REVIEW_WRITE_OFF', 'WRITE_OFF', 'ROW');
insert into access.duty_conflict (duty, conflicts_with, reason) values
    ('PROPOSE_WRITE_OFF', 'REVIEW_WRITE_OFF', 'who proposed does not review'),
    ('REVIEW_WRITE_OFF', 'PROPOSE_WRITE_OFF', 'who proposed does not review'),
    ('REVIEW_WRITE_OFF', 'VOTE_WRITE_OFF', 'who reviewed does not vote'),
    ('VOTE_WRITE_OFF', 'REVIEW_WRITE_OFF', 'who reviewed does not vote');
--rollback delete from access.duty_conflict where 'REVIEW_WRITE_OFF' in (duty, conflicts_with); delete from access.duty_side where duty = 'REVIEW_WRITE_OFF';
