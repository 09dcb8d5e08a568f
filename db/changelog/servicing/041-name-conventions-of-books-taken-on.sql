--liquibase formatted sql logicalFilePath:servicing/041-name-conventions-of-books-taken-on.sql
--changeset servicing:041-name-conventions-of-books-taken-on splitStatements:false
-- a loan that waits to be taken on was proposed when there was one way only to count days and arrears
update servicing.proposal
set details = details || '{"dayCount": "ACT_365", "overdueScope": "INSTALMENT"}'::jsonb
where kind = 'TAKE_ON_LOAN' and state = 'PENDING';
--rollback update servicing.proposal set details = details - 'dayCount' - 'overdueScope' where kind = 'TAKE_ON_LOAN' and state = 'PENDING';
