--liquibase formatted sql logicalFilePath:ledger/037-guard-period.sql
--changeset ledger:037-guard-period splitStatements:false
-- A closed month was guarded against entries, its own row was not: whoever could update or delete it opened the month
-- without a second person. Now the row stays, and what a month became is what its last event says.
create function ledger.keep_period() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or (new.fund_id, new.month) <> (old.fund_id, old.month) then
        raise exception 'the month of % stays', old.month using errcode = '23514', constraint = 'period_kept';
    end if;
    return new;
end $$;
create trigger period_kept before update or delete on ledger.period
    for each row execute function ledger.keep_period();
create trigger period_keep before truncate on ledger.period
    for each statement execute function access.refuse_change();

create function ledger.check_period_told() returns trigger language plpgsql as $$
begin
    if exists (
        select 1 from ledger.period p where p.fund_id = new.fund_id and p.month = new.month
        and p.state is distinct from (select v.became from ledger.period_event v
            where v.fund_id = p.fund_id and v.month = p.month order by v.id desc limit 1)) then
        raise exception 'nobody says why the month of % became what it is', new.month
            using errcode = '23514', constraint = 'period_told';
    end if;
    return null;
end $$;
create constraint trigger period_told after update on ledger.period deferrable initially deferred
    for each row when (old.state <> new.state) execute function ledger.check_period_told();
--rollback drop trigger period_told on ledger.period; drop function ledger.check_period_told(); drop trigger period_keep on ledger.period; drop trigger period_kept on ledger.period; drop function ledger.keep_period();
