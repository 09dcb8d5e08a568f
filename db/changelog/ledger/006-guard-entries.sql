--liquibase formatted sql logicalFilePath:ledger/006-guard-entries.sql
--changeset ledger:006-guard-entries runOnChange:true splitStatements:false
-- What is posted stays: triggers refuse even the tables' owner, and the application has no right to try. The text
-- changes with the application role's name, so that it runs again after the grants to another role.
do $$
declare
    kept text;
begin
    foreach kept in array array['posted_fact', 'entry', 'posting', 'memorandum_entry'] loop
        execute format('drop trigger if exists %I on ledger.%I', kept || '_append_only', kept);
        execute format('create trigger %I before update or delete on ledger.%I '
            'for each row execute function access.refuse_change()', kept || '_append_only', kept);
        execute format('drop trigger if exists %I on ledger.%I', kept || '_keep', kept);
        execute format('create trigger %I before truncate on ledger.%I '
            'for each statement execute function access.refuse_change()', kept || '_keep', kept);
        -- a role that owns the tables needs the right for its foreign keys; then the triggers guard alone
        if '${appRole}' <> current_user then
            execute format('revoke update, delete, truncate on ledger.%I from "${appRole}"', kept);
        end if;
    end loop;
end $$;
--rollback drop trigger posted_fact_append_only on ledger.posted_fact; drop trigger posted_fact_keep on ledger.posted_fact;
--rollback drop trigger entry_append_only on ledger.entry; drop trigger entry_keep on ledger.entry;
--rollback drop trigger posting_append_only on ledger.posting; drop trigger posting_keep on ledger.posting;
--rollback drop trigger memorandum_entry_append_only on ledger.memorandum_entry; drop trigger memorandum_entry_keep on ledger.memorandum_entry;
