--liquibase formatted sql logicalFilePath:funding/060-keep-contribution.sql
--changeset funding:060-keep-contribution splitStatements:false
-- The registers and the path to the target add contributions up: what was proposed stays, and what is settled is settled.
create function funding.keep_contribution() returns trigger language plpgsql as $$
declare
    settled text[] := array['state', 'settled_by', 'settled_at', 'decline_reason', 'entry_id'];
begin
    if tg_op = 'DELETE' or old.state <> 'PENDING'
            or to_jsonb(new) - settled is distinct from to_jsonb(old) - settled then
        raise exception 'the contribution % stays', old.id using errcode = '23514', constraint = 'contribution_kept';
    end if;
    return new;
end $$;
create trigger contribution_kept before update or delete on funding.contribution
    for each row execute function funding.keep_contribution();
create trigger contribution_keep before truncate on funding.contribution
    for each statement execute function access.refuse_change();
--rollback drop trigger contribution_keep on funding.contribution; drop trigger contribution_kept on funding.contribution; drop function funding.keep_contribution();
