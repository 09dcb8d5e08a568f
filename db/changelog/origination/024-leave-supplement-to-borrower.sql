--liquibase formatted sql logicalFilePath:origination/024-leave-supplement-to-borrower.sql
--changeset origination:024-leave-supplement-to-borrower
-- papers asked of a borrower who entered the file are its own to hand in; who else claimed the task gives it back
update workflow.inbox_task t set roles = array['BORROWER'],
    assignee_id = case when exists (select 1 from access.person_role r where r.person_id = t.assignee_id and r.role = 'BORROWER')
        then t.assignee_id end,
    claimed_at = case when exists (select 1 from access.person_role r where r.person_id = t.assignee_id and r.role = 'BORROWER')
        then t.claimed_at end
from origination.application a
where t.task_key = 'Task_SupplementApplication' and t.subject_type = 'APPLICATION' and a.id = t.subject_id and not a.walk_in;
--rollback update workflow.inbox_task set roles = array['BORROWER', 'LOAN_OFFICER'] where task_key = 'Task_SupplementApplication';
