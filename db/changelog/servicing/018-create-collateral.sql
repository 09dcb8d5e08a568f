--liquibase formatted sql logicalFilePath:servicing/018-create-collateral.sql
--changeset servicing:018-create-collateral splitStatements:false
create sequence servicing.collateral_seq increment by 50;
create table servicing.collateral (
    id          bigint primary key,
    fund_id     bigint not null references access.fund,
    kind        text not null check (kind in ('MORTGAGE', 'PLEDGE', 'GUARANTEE')),
    description text not null
);
comment on table servicing.collateral is 'What secures loans; one item may secure several';
create table servicing.collateral_value (
    collateral_id bigint not null references servicing.collateral,
    valued_on     date not null,
    amount        bigint not null check (amount >= 0),
    paper         text,
    valued_by     bigint references access.person,
    recorded_at   timestamptz not null default clock_timestamp(),
    primary key (collateral_id, valued_on, recorded_at)
);
comment on table servicing.collateral_value is 'What it is worth, in dong, by appraisal or revaluation; the latest up to a day counts on that day';
create table servicing.collateral_of_loan (
    loan_id       bigint not null references servicing.loan,
    collateral_id bigint not null references servicing.collateral,
    from_on       date not null,
    primary key (loan_id, collateral_id)
);
create index collateral_of_loan_item on servicing.collateral_of_loan (collateral_id);
comment on table servicing.collateral_of_loan is 'Which loan an item secures, and since when';

insert into servicing.collateral (id, fund_id, kind, description)
select nextval('servicing.collateral_seq'), l.fund_id, a.security_kind, l.id || '|' || coalesce(l.security, a.security_kind)
from servicing.loan l join origination.application a on a.id = l.application_id where a.security_kind <> 'UNSECURED';
insert into servicing.collateral_of_loan
select l.id, c.id, l.signed_on from servicing.collateral c join servicing.loan l on l.id = split_part(c.description, '|', 1)::bigint;
insert into servicing.collateral_value (collateral_id, valued_on, amount)
select o.collateral_id, v.appraised_on, v.collateral_value
from servicing.collateral_of_loan o join servicing.loan l on l.id = o.loan_id
join lateral (select appraised_on, collateral_value from origination.appraisal p where p.application_id = l.application_id
              order by p.id desc limit 1) as v on true;
update servicing.collateral set description = substr(description, strpos(description, '|') + 1);

create trigger collateral_value_append_only before update or delete on servicing.collateral_value
    for each row execute function access.refuse_change();
create trigger collateral_value_keep before truncate on servicing.collateral_value
    for each statement execute function access.refuse_change();
--rollback drop table servicing.collateral_of_loan; drop table servicing.collateral_value; drop table servicing.collateral; drop sequence servicing.collateral_seq;
