--liquibase formatted sql logicalFilePath:collateral/002-end-offer.sql
--changeset collateral:002-end-offer splitStatements:false
alter table collateral.offer add column ended_on date;
comment on column collateral.offer.ended_on is 'When the application ended without a loan: its file still says what was offered, the item is offered no more';
update collateral.offer o set ended_on = o.offered_on from origination.application a
where a.id = o.application_id and a.state in ('REJECTED', 'WITHDRAWN', 'EXPIRED');
create or replace view collateral.standing as
select s.*, case
        when s.secures and s.registration in ('REGISTERED', 'NOT_REQUIRED') then 'REGISTERED'
        when s.secures then 'SECURED'
        when s.once_secured and s.registration = 'REGISTERED' then 'RELEASED'
        when s.once_secured and s.papers_held then 'DEREGISTERED'
        when s.once_secured then 'RETURNED'
        when not s.offered then 'WITHDRAWN'
        when s.value is not null then 'APPRAISED'
        else 'OFFERED' end as state,
    s.secures and s.office is not null and coalesce(s.registration, 'DEREGISTERED') = 'DEREGISTERED' as registration_due
from (
    select i.*, v.amount as value, v.valued_on, r.kind as registration, r.number as registration_number, r.on_day as registered_on,
        exists (select 1 from collateral.cover c where c.item_id = i.id) as once_secured,
        exists (select 1 from collateral.cover c where c.item_id = i.id and not exists (select 1 from collateral.release x
            where x.item_id = c.item_id and x.loan_id = c.loan_id and x.state = 'DONE')) as secures,
        exists (select 1 from collateral.offer o where o.item_id = i.id and o.withdrawn_on is null and o.ended_on is null) as offered,
        exists (select 1 from collateral.handover h where h.item_id = i.id and h.direction = 'IN'
            and not exists (select 1 from collateral.handover b where b.gives_back = h.id)) as papers_held
    from collateral.item i
    left join lateral (select amount, valued_on from collateral.valuation v where v.item_id = i.id
        order by v.valued_on desc, v.recorded_at desc limit 1) v on true
    left join lateral (select kind, number, on_day from collateral.registration r where r.item_id = i.id
        order by r.recorded_at desc limit 1) r on true
) s;
--rollback create or replace view collateral.standing as
--rollback select s.*, case
--rollback         when s.secures and s.registration in ('REGISTERED', 'NOT_REQUIRED') then 'REGISTERED'
--rollback         when s.secures then 'SECURED'
--rollback         when s.once_secured and s.registration = 'REGISTERED' then 'RELEASED'
--rollback         when s.once_secured and s.papers_held then 'DEREGISTERED'
--rollback         when s.once_secured then 'RETURNED'
--rollback         when not s.offered then 'WITHDRAWN'
--rollback         when s.value is not null then 'APPRAISED'
--rollback         else 'OFFERED' end as state,
--rollback     s.secures and s.office is not null and coalesce(s.registration, 'DEREGISTERED') = 'DEREGISTERED' as registration_due
--rollback from (
--rollback     select i.*, v.amount as value, v.valued_on, r.kind as registration, r.number as registration_number, r.on_day as registered_on,
--rollback         exists (select 1 from collateral.cover c where c.item_id = i.id) as once_secured,
--rollback         exists (select 1 from collateral.cover c where c.item_id = i.id and not exists (select 1 from collateral.release x
--rollback             where x.item_id = c.item_id and x.loan_id = c.loan_id and x.state = 'DONE')) as secures,
--rollback         exists (select 1 from collateral.offer o where o.item_id = i.id and o.withdrawn_on is null) as offered,
--rollback         exists (select 1 from collateral.handover h where h.item_id = i.id and h.direction = 'IN'
--rollback             and not exists (select 1 from collateral.handover b where b.gives_back = h.id)) as papers_held
--rollback     from collateral.item i
--rollback     left join lateral (select amount, valued_on from collateral.valuation v where v.item_id = i.id
--rollback         order by v.valued_on desc, v.recorded_at desc limit 1) v on true
--rollback     left join lateral (select kind, number, on_day from collateral.registration r where r.item_id = i.id
--rollback         order by r.recorded_at desc limit 1) r on true
--rollback ) s;
--rollback alter table collateral.offer drop column ended_on;
