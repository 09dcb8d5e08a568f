--liquibase formatted sql logicalFilePath:access/007-guard-audit-log.sql
--changeset access:007-guard-audit-log runOnChange:true splitStatements:false
-- The triggers on these tables refuse even their owner; the application has no right to try. The text changes with the
-- application role's name, so that it runs again after the grants to another role.
do $$
declare
    kept text;
begin
    foreach kept in array array['audit_log', 'duty_taken'] loop
        -- a role that owns the tables needs the right for its foreign keys; then the triggers guard alone
        if '${appRole}' <> current_user then
            execute format('revoke update, delete, truncate on access.%I from "${appRole}"', kept);
        end if;
    end loop;
end $$;
--rollback grant update, delete on access.audit_log, access.duty_taken to "${appRole}";
