--liquibase formatted sql logicalFilePath:servicing/090-move-collateral.sql
--changeset servicing:090-move-collateral splitStatements:false
-- the items, their values and what they secure stand in the room of collateral; nothing stays here but when a loan's security was released
with first as (
    select c.id, c.fund_id, c.kind, c.description, o.from_on, l.borrower_id, l.signed_on,
        row_number() over (partition by c.fund_id, extract(year from o.from_on) order by o.from_on, c.id) as sequence
    from servicing.collateral c
    join lateral (select loan_id, from_on from servicing.collateral_of_loan o where o.collateral_id = c.id
        order by from_on, loan_id limit 1) o on true
    join servicing.loan l on l.id = o.loan_id
)
insert into collateral.item (id, fund_id, number, borrower_id, kind, measure, description, offered_on, search_text)
select id, fund_id, lpad(sequence::text, greatest(4, length(sequence::text)), '0') || '/' || extract(year from from_on)::int || '/TSBĐ',
    borrower_id, 'AS_CONTRACT', kind, description, from_on,
    replace(regexp_replace(normalize(lower(description), NFD), '[\u0300-\u036F]', '', 'g'), 'đ', 'd')
from first;
insert into documents.number_series (fund_id, kind, year, last)
select fund_id, 'TSBĐ', extract(year from offered_on)::int, count(*) from collateral.item group by fund_id, extract(year from offered_on);
do $$ begin perform setval('collateral.item_seq', (select last_value from servicing.collateral_seq)); end $$;

insert into collateral.valuation (item_id, valued_on, amount, paper, valued_by, recorded_at)
select collateral_id, valued_on, amount, paper, valued_by, recorded_at from servicing.collateral_value;
insert into collateral.cover (item_id, loan_id, from_on, rank, contract_number, contract_on)
select o.collateral_id, o.loan_id, o.from_on, 1, l.contract_number, l.signed_on
from servicing.collateral_of_loan o join servicing.loan l on l.id = o.loan_id;
insert into collateral.release (id, fund_id, item_id, loan_id, state, owed, proposed_by, proposed_on, decided_on)
select nextval('collateral.release_seq'), i.fund_id, c.item_id, c.loan_id, 'DONE', false, r.released_by, r.released_on, r.released_on
from servicing.collateral_release r join collateral.cover c on c.loan_id = r.loan_id join collateral.item i on i.id = c.item_id;

drop table servicing.collateral_of_loan;
drop table servicing.collateral_value;
drop table servicing.collateral;
drop sequence servicing.collateral_seq;
--rollback create sequence servicing.collateral_seq increment by 50; create table servicing.collateral (id bigint primary key, fund_id bigint not null references access.fund, kind text not null, description text not null); create table servicing.collateral_value (collateral_id bigint not null references servicing.collateral, valued_on date not null, amount bigint not null, paper text, valued_by bigint references access.person, recorded_at timestamptz not null default clock_timestamp(), primary key (collateral_id, valued_on, recorded_at)); create table servicing.collateral_of_loan (loan_id bigint not null references servicing.loan, collateral_id bigint not null references servicing.collateral, from_on date not null, primary key (loan_id, collateral_id)); insert into servicing.collateral select id, fund_id, measure, description from collateral.item; insert into servicing.collateral_value select item_id, valued_on, amount, paper, valued_by, recorded_at from collateral.valuation; insert into servicing.collateral_of_loan select loan_id, item_id, from_on from collateral.cover; select setval('servicing.collateral_seq', (select last_value from collateral.item_seq));
