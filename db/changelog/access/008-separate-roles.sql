--liquibase formatted sql logicalFilePath:access/008-separate-roles.sql
--changeset access:008-separate-roles splitStatements:false
create function access.refuse_role_beside() returns trigger language plpgsql as $$
begin
    perform 1 from access.person where id = new.person_id for update;
    if exists (select 1 from access.person_role r where r.person_id = new.person_id and r.role <> new.role
               and (new.role in ('ADMINISTRATOR', 'BORROWER') or r.role in ('ADMINISTRATOR', 'BORROWER'))) then
        raise exception 'an administrator or a borrower''s sign-in holds no other role'
            using errcode = '23514', constraint = 'role_alone';
    end if;
    return new;
end $$;
create trigger person_role_separated before insert or update on access.person_role
    for each row execute function access.refuse_role_beside();
--rollback drop trigger person_role_separated on access.person_role; drop function access.refuse_role_beside();
