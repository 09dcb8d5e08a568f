--liquibase formatted sql logicalFilePath:access/042-insert-order-duty.sql
--changeset access:042-insert-order-duty
insert into access.duty_conflict (duty, conflicts_with, reason) values
    ('PREPARE_ORDER', 'CHECK_ORDER', 'the maker does not check'),
    ('CHECK_ORDER', 'PREPARE_ORDER', 'the maker does not check'),
    ('PREPARE_ORDER', 'PAY_ORDER', 'the maker does not touch the cash'),
    ('PAY_ORDER', 'PREPARE_ORDER', 'the maker does not touch the cash'),
    ('CHECK_ORDER', 'PAY_ORDER', 'the checker does not touch the cash'),
    ('PAY_ORDER', 'CHECK_ORDER', 'the checker does not touch the cash');
--rollback delete from access.duty_conflict where duty in ('PREPARE_ORDER', 'CHECK_ORDER', 'PAY_ORDER');
