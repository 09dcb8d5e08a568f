--liquibase formatted sql logicalFilePath:ledger/015-guard-chain.sql
--changeset ledger:015-guard-chain runOnChange:true splitStatements:false
-- As 006 does for entries: the chain, the templates and what became of months are only added to. Proposals are decided
-- once and never removed. The text changes with the application role's name, so that it runs again after the grants.
do $$
declare
    kept text;
begin
    foreach kept in array array['seal', 'posting_template', 'posting_template_line', 'fact_kind', 'period_event'] loop
        execute format('drop trigger if exists %I on ledger.%I', kept || '_append_only', kept);
        execute format('create trigger %I before update or delete on ledger.%I '
            'for each row execute function access.refuse_change()', kept || '_append_only', kept);
        execute format('drop trigger if exists %I on ledger.%I', kept || '_keep', kept);
        execute format('create trigger %I before truncate on ledger.%I '
            'for each statement execute function access.refuse_change()', kept || '_keep', kept);
        if '${appRole}' <> current_user then
            execute format('revoke update, delete, truncate on ledger.%I from "${appRole}"', kept);
        end if;
    end loop;
    if '${appRole}' <> current_user then
        revoke insert on ledger.fact_kind from "${appRole}";
        revoke delete, truncate on ledger.proposal, ledger.period_balance from "${appRole}";
        revoke update, truncate on ledger.unsealed from "${appRole}";
    end if;
end $$;
drop trigger if exists proposal_stays on ledger.proposal;
create trigger proposal_stays before delete on ledger.proposal for each row execute function access.refuse_change();
--rollback drop trigger seal_append_only on ledger.seal; drop trigger seal_keep on ledger.seal; drop trigger posting_template_append_only on ledger.posting_template; drop trigger posting_template_keep on ledger.posting_template; drop trigger posting_template_line_append_only on ledger.posting_template_line; drop trigger posting_template_line_keep on ledger.posting_template_line; drop trigger fact_kind_append_only on ledger.fact_kind; drop trigger fact_kind_keep on ledger.fact_kind; drop trigger period_event_append_only on ledger.period_event; drop trigger period_event_keep on ledger.period_event; drop trigger proposal_stays on ledger.proposal;
