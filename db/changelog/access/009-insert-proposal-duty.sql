--liquibase formatted sql logicalFilePath:access/009-insert-proposal-duty.sql
--changeset access:009-insert-proposal-duty
insert into access.duty_conflict (duty, conflicts_with, reason) values
    ('PROPOSE_ACT', 'DECIDE_ACT', 'who proposed does not decide'),
    ('DECIDE_ACT', 'PROPOSE_ACT', 'who proposed does not decide');
--rollback delete from access.duty_conflict where duty in ('PROPOSE_ACT', 'DECIDE_ACT');
