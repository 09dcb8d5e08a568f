--liquibase formatted sql logicalFilePath:database/001-grant-application-role.sql
--changeset database:001-grant-application-role runOnChange:true splitStatements:false
-- The application works on rows of what the owner makes; it makes, changes and empties no table itself.
-- By default privileges, so that it holds for every table to come, the engine's included. The loop is for a database
-- that is given another application role later: the text changes with the role's name, and so it runs again.
do $$
declare
  made record;
begin
  execute 'alter default privileges grant usage on schemas to "${appRole}"';
  execute 'alter default privileges grant select, insert, update, delete on tables to "${appRole}"';
  execute 'alter default privileges grant usage, select on sequences to "${appRole}"';
  for made in
    select nspname from pg_namespace where pg_get_userbyid(nspowner) = current_user
  loop
    execute format('grant usage on schema %I to "${appRole}"', made.nspname);
  end loop;
  for made in
    select relname, nspname, relkind from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where pg_get_userbyid(relowner) = current_user and relkind in ('r', 'p', 'v', 'm', 'S')
      and relname not like 'databasechangelog%'
  loop
    if made.relkind = 'S' then
      execute format('grant usage, select on sequence %I.%I to "${appRole}"', made.nspname, made.relname);
    else
      execute format('grant select, insert, update, delete on table %I.%I to "${appRole}"', made.nspname, made.relname);
    end if;
  end loop;
end
$$;
--rollback alter default privileges revoke all on tables from "${appRole}";
--rollback alter default privileges revoke all on sequences from "${appRole}";
--rollback alter default privileges revoke all on schemas from "${appRole}";
