--liquibase formatted sql logicalFilePath:servicing/071-move-restructure-proposals.sql
--changeset servicing:071-move-restructure-proposals splitStatements:false
-- restructurings proposed before they had a process of their own; what waits goes on as a request whose plan lies with the officer
insert into servicing.restructure_request (id, fund_id, loan_id, kind, new_end, reason, by_borrower, asked_by, asked_on, state, terms,
    appraisal, planned_by, planned_on, council, decided_by, decided_on, annex_number, answer, proposal_id)
select nextval('servicing.restructure_request_seq'), p.fund_id, p.loan_id, p.details ->> 'kind',
       case when p.details ->> 'kind' = 'EXTEND' then (p.details -> 'rows' -> -1 ->> 'dueOn')::date end, p.why, false, p.proposed_by,
       p.proposed_on, case p.state when 'PENDING' then 'ASKED' when 'CONFIRMED' then 'EFFECTIVE' when 'REJECTED' then 'REFUSED' else p.state end,
       p.details, p.why, p.proposed_by, p.proposed_on, p.council, p.decided_by,
       case when p.decided_by is not null then p.decided_on end, r.annex_number, p.reason, p.id
from servicing.proposal p left join servicing.restructure r on r.proposal_id = p.id where p.kind = 'RESTRUCTURE_LOAN';
update servicing.proposal set state = 'LAPSED', decided_on = proposed_on,
    reason = 'Được chuyển thành hồ sơ cơ cấu nợ, phương án giữ nguyên' where kind = 'RESTRUCTURE_LOAN' and state = 'PENDING';
--rollback update servicing.proposal p set state = 'PENDING', decided_on = null, reason = null from servicing.restructure_request r where r.proposal_id = p.id and r.state = 'ASKED'; delete from servicing.restructure_request where proposal_id is not null;
