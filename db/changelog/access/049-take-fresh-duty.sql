--liquibase formatted sql logicalFilePath:access/049-take-fresh-duty.sql
--changeset access:049-take-fresh-duty splitStatements:false
-- One lock a subject held until commit fills PostgreSQL's table of locks at some ten thousand. A subject that the row itself
-- brings is known to nobody else yet, so that two at once cannot take both its sides: there no lock is needed.
create or replace function access.take_duties() returns trigger language plpgsql as $$
declare
    named jsonb := to_jsonb(new);
    person bigint;
    at int := 2;
begin
    perform set_config('coopfund.fresh_subject', (tg_op = 'INSERT' and tg_argv[1] = 'id')::text, true);
    while at < tg_nargs loop
        person := (named ->> tg_argv[at])::bigint;
        if person is not null then
            insert into access.duty_taken (fund_id, subject_type, subject_id, duty, person_id)
            values (coalesce((named ->> 'fund_id')::bigint, 1), tg_argv[0], (named ->> tg_argv[1])::bigint, tg_argv[at + 1], person)
            on conflict do nothing;
        end if;
        at := at + 2;
    end loop;
    perform set_config('coopfund.fresh_subject', 'false', true);
    return null;
end $$;
create or replace function access.refuse_conflicting_duty() returns trigger language plpgsql as $$
declare held text;
begin
    if current_setting('coopfund.fresh_subject', true) is distinct from 'true' then
        perform pg_advisory_xact_lock(hashtextextended(new.subject_type || ':' || new.subject_id, 0));
    end if;
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
--rollback create or replace function access.refuse_conflicting_duty() returns trigger language plpgsql as $$ declare held text; begin perform pg_advisory_xact_lock(hashtextextended(new.subject_type || ':' || new.subject_id, 0)); select t.duty into held from access.duty_taken t join access.duty_conflict c on c.duty = new.duty and c.conflicts_with = t.duty where t.subject_type = new.subject_type and t.subject_id = new.subject_id and (t.person_id in (new.person_id, new.stands_in_for) or t.stands_in_for in (new.person_id, new.stands_in_for)) limit 1; if held is not null then raise exception 'duty % conflicts with % already taken by person %', new.duty, held, new.person_id using errcode = '23514', constraint = 'duty_conflict'; end if; return new; end $$;
