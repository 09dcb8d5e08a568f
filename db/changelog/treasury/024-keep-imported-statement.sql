--liquibase formatted sql logicalFilePath:treasury/024-keep-imported-statement.sql
--changeset treasury:024-keep-imported-statement splitStatements:false
-- A file that was only uploaded may be discarded; what was imported stays.
create function treasury.keep_statement() returns trigger language plpgsql as $$
begin
    if old.state = 'IMPORTED' then
        raise exception 'statement % is imported', old.id using errcode = '23514', constraint = 'statement_kept';
    end if;
    return old;
end $$;
create trigger statement_kept before delete on treasury.statement
    for each row execute function treasury.keep_statement();
--rollback drop trigger statement_kept on treasury.statement; drop function treasury.keep_statement();
