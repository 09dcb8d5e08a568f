--liquibase formatted sql logicalFilePath:access/046-insert-roles-apart.sql
--changeset access:046-insert-roles-apart splitStatements:false
create table access.role_apart (
    role       text not null,
    apart_from text not null,
    primary key (role, apart_from)
);
comment on table access.role_apart is 'Two roles that belong to two people; small staff may hold both, which the controller sees, but nobody gains one as a stand-in; both directions are rows';

with pair(a, b) as (values
    ('ACCOUNTANT', 'CASHIER'), ('CHIEF_ACCOUNTANT', 'CASHIER'), ('LOAN_OFFICER', 'DIRECTOR'), ('APPRAISER', 'DIRECTOR'),
    ('ACCOUNTANT', 'CHIEF_ACCOUNTANT'), ('LOAN_OFFICER', 'ACCOUNTANT'), ('LOAN_OFFICER', 'APPRAISER'),
    ('DIRECTOR', 'CHIEF_ACCOUNTANT')
)
insert into access.role_apart (role, apart_from) select a, b from pair union all select b, a from pair;

alter table access.duty_taken add column stands_in_for bigint references access.person;
alter table access.duty_taken add constraint duty_taken_stands_in_for_other check (stands_in_for <> person_id);

-- who acts for another acts on that one's side too: what either of them holds stands against the new side
create or replace function access.refuse_conflicting_duty() returns trigger language plpgsql as $$
declare held text;
begin
    perform pg_advisory_xact_lock(hashtextextended(new.subject_type || ':' || new.subject_id, 0));
    select t.duty into held
      from access.duty_taken t
      join access.duty_conflict c on c.duty = new.duty and c.conflicts_with = t.duty
     where t.subject_type = new.subject_type and t.subject_id = new.subject_id
       and (t.person_id in (new.person_id, new.stands_in_for) or t.stands_in_for in (new.person_id, new.stands_in_for))
     limit 1;
    if held is not null then
        raise exception 'duty % conflicts with % already taken by person %', new.duty, held, new.person_id
            using errcode = '23514', constraint = 'duty_conflict';
    end if;
    return new;
end $$;
--rollback alter table access.duty_taken drop column stands_in_for; drop table access.role_apart;
