--liquibase formatted sql logicalFilePath:ledger/050-close-in-order.sql
--changeset ledger:050-close-in-order splitStatements:false
-- Months close in order: one that stands open before a closed one would change what that one began with.
create function ledger.period_state(of_fund bigint, of_month date) returns text language sql stable as $$
    select coalesce(
        (select p.state from ledger.period p where p.fund_id = of_fund and p.month = of_month),
        (select p.state from ledger.period p where p.fund_id = of_fund and p.month > of_month and p.state <> 'OPEN'
          order by p.month limit 1),
        'OPEN')
$$;
comment on function ledger.period_state is 'How far a month is closed; one in which nothing ever happened is as far as the closed month after it';

-- Who begins a month and who closes one wait for each other, fund by fund.
create function ledger.begin_period() returns trigger language plpgsql as $$
declare
    after_it ledger.period;
begin
    perform pg_advisory_xact_lock(hashtextextended('ledger.period', new.fund_id));
    select * into after_it from ledger.period p where p.fund_id = new.fund_id and p.month > new.month and p.state <> 'OPEN'
     order by p.month limit 1;
    new.state := coalesce(after_it.state, 'OPEN');
    new.closed_at := after_it.closed_at;
    new.closed_by := after_it.closed_by;
    return new;
end $$;
create trigger period_begun before insert on ledger.period
    for each row execute function ledger.begin_period();

create function ledger.keep_period_order() returns trigger language plpgsql as $$
declare
    steps text[] := array['OPEN', 'SOFT', 'CLOSED'];
    in_the_way date;
begin
    perform pg_advisory_xact_lock(hashtextextended('ledger.period', new.fund_id));
    if array_position(steps, new.state) > array_position(steps, old.state) then
        select min(p.month) into in_the_way from ledger.period p where p.fund_id = new.fund_id and p.month < new.month
           and array_position(steps, p.state) < array_position(steps, new.state);
    else
        select max(p.month) into in_the_way from ledger.period p where p.fund_id = new.fund_id and p.month > new.month
           and array_position(steps, p.state) > array_position(steps, new.state);
    end if;
    if in_the_way is not null then
        raise exception 'the month of % cannot become % before that of %', new.month, new.state, in_the_way
            using errcode = '23514', constraint = 'period_in_order';
    end if;
    return new;
end $$;
create trigger period_in_order before update on ledger.period
    for each row when (old.state <> new.state) execute function ledger.keep_period_order();
--rollback drop trigger period_in_order on ledger.period; drop function ledger.keep_period_order(); drop trigger period_begun on ledger.period; drop function ledger.begin_period(); drop function ledger.period_state(bigint, date);
