--liquibase formatted sql logicalFilePath:vouchers/020-own-bank-account.sql
--changeset vouchers:020-own-bank-account splitStatements:false
-- Orders, receipts and VietQR codes name an account at a bank as statements do: the register stands below them all.
alter table treasury.bank_account set schema vouchers;
alter table vouchers.bank_account
    add column bank_bin  text check (bank_bin ~ '^[0-9]{6}$'),
    add column opened_on date,
    add column order_id  bigint unique references vouchers.money_order;
update vouchers.bank_account a set bank_bin = f.bank_bin from access.fund f
 where f.id = a.fund_id and f.bank_account = a.number and f.bank_bin ~ '^[0-9]{6}$';
comment on column vouchers.bank_account.order_id is 'The order by which two people opened it; empty for the one of the beginning, which is the usual one';
alter table vouchers.money_order add column bank_account_id bigint references vouchers.bank_account;
comment on column vouchers.money_order.bank_account_id is 'The account at a bank that it moves; empty for the usual one and for cash';

create or replace function vouchers.guard_money_order() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state in ('DONE', 'DECLINED')
            or (old.kind, old.paper, old.amount, old.value_date, old.party, old.text, old.details, old.made_by, old.by_cashier,
                old.bank_account_id)
               is distinct from
               (new.kind, new.paper, new.amount, new.value_date, new.party, new.text, new.details, new.made_by, new.by_cashier,
                new.bank_account_id)
            or (old.checked_by is not null and new.checked_by is distinct from old.checked_by and new.state <> 'DECLINED') then
        raise exception 'order % stays as it was made', old.id using errcode = '23514', constraint = 'money_order_kept';
    end if;
    return new;
end $$;
--rollback alter table vouchers.money_order drop column bank_account_id;
--rollback alter table vouchers.bank_account drop column order_id, drop column opened_on, drop column bank_bin;
--rollback alter table vouchers.bank_account set schema treasury;
