--liquibase formatted sql logicalFilePath:servicing/034-index-close.sql
--changeset servicing:034-index-close
-- What the close of a day looks for are few loans among many: each kind has an index of its own.
create index standing_in_worse_group on servicing.standing (loan_id) where official_group > 1 or indicative_group > 1;
create index standing_with_credit on servicing.standing (loan_id) where credit > 0;
create index loan_restructured on servicing.loan (id) where restructure_count > 0;
create index waiver_unable_to_pay on servicing.waiver (loan_id) where unable_to_pay;
-- The count of days past due is written each day: the new version of a row stays in its page.
alter table servicing.standing set (fillfactor = 70);

create or replace view servicing.relief as
    select l.id as loan_id, l.restructure_count as restructures,
           (select max(r.value_date) from servicing.standing_restructure r where r.loan_id = l.id) as restructured_on,
           (select max(w.value_date) from servicing.waiver w where w.loan_id = l.id and w.unable_to_pay) as waived_on
    from (select id from servicing.loan where restructure_count > 0
          union select loan_id from servicing.waiver where unable_to_pay) as granted
    join servicing.loan l on l.id = granted.id;
--rollback create or replace view servicing.relief as select l.id as loan_id, l.restructure_count as restructures, (select max(r.value_date) from servicing.standing_restructure r where r.loan_id = l.id) as restructured_on, (select max(w.value_date) from servicing.waiver w where w.loan_id = l.id and w.unable_to_pay) as waived_on from servicing.loan l where l.restructure_count > 0 or exists (select 1 from servicing.waiver w where w.loan_id = l.id and w.unable_to_pay);
--rollback alter table servicing.standing reset (fillfactor); drop index servicing.waiver_unable_to_pay; drop index servicing.loan_restructured; drop index servicing.standing_with_credit; drop index servicing.standing_in_worse_group;
