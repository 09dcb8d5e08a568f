--liquibase formatted sql logicalFilePath:ledger/051-add-balances-behind-seal.sql
--changeset ledger:051-add-balances-behind-seal runOnChange:true splitStatements:false
-- The period balances follow the chain by themselves: what is sealed is added, by the tables' owner, and the application
-- has no right to write there. The text changes with the application role's name, so that it runs again after the grants.
create or replace function ledger.add_sealed() returns trigger language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
begin
    insert into ledger.period_balance as known (fund_id, month, account, debit, credit)
    select s.fund_id, date_trunc('month', p.booked_on::timestamp)::date, p.account, sum(p.debit), sum(p.credit)
      from sealed s join ledger.posting p on s.kind = 'ENTRY' and p.entry_id = s.entry_id and p.booked_on = s.booked_on
     group by 1, 2, 3 order by 1, 2, 3
        on conflict (fund_id, month, account) do update
       set debit = known.debit + excluded.debit, credit = known.credit + excluded.credit;
    return null;
end $$;
drop trigger if exists seal_added on ledger.seal;
create trigger seal_added after insert on ledger.seal referencing new table as sealed
    for each statement execute function ledger.add_sealed();
do $$
begin
    if '${appRole}' <> current_user then
        revoke insert, update on ledger.period_balance from "${appRole}";
    end if;
end $$;
--rollback drop trigger seal_added on ledger.seal; drop function ledger.add_sealed(); grant insert, update on ledger.period_balance to "${appRole}";
