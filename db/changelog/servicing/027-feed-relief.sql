--liquibase formatted sql logicalFilePath:servicing/027-feed-relief.sql
--changeset servicing:027-feed-relief
create or replace view servicing.relief as
    select l.id as loan_id, l.restructure_count as restructures,
           (select max(r.value_date) from servicing.standing_restructure r where r.loan_id = l.id) as restructured_on,
           (select max(w.value_date) from servicing.waiver w where w.loan_id = l.id and w.unable_to_pay) as waived_on
    from servicing.loan l
    where l.restructure_count > 0
       or exists (select 1 from servicing.waiver w where w.loan_id = l.id and w.unable_to_pay);
--rollback create or replace view servicing.relief as select null::bigint as loan_id, 0 as restructures, null::date as restructured_on, null::date as waived_on where false;
