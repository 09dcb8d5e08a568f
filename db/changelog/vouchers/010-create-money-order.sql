--liquibase formatted sql logicalFilePath:vouchers/010-create-money-order.sql
--changeset vouchers:010-create-money-order splitStatements:false
alter table vouchers.voucher drop constraint voucher_kind_check,
    add constraint voucher_kind_check check (kind in ('RECEIPT', 'PAYMENT', 'CREDIT_ADVICE', 'DEBIT_ADVICE', 'PAYMENT_ORDER'));
alter table vouchers.voucher add column search_text text;
comment on column vouchers.voucher.search_text is 'What a search looks through, without tone marks and capitals; empty on old ones';
create index voucher_by_day on vouchers.voucher (fund_id, issued_on, id);
create index voucher_by_entry on vouchers.voucher (entry_id);

create sequence vouchers.money_order_seq increment by 50;
create table vouchers.money_order (
    id            bigint primary key,
    fund_id       bigint not null references access.fund,
    kind          text not null check (kind ~ '^[A-Z_]+$'),
    paper         text check (paper in ('RECEIPT', 'PAYMENT', 'CREDIT_ADVICE', 'DEBIT_ADVICE', 'PAYMENT_ORDER')),
    amount        bigint check (amount between 1 and 1000000000000000),
    value_date    date not null check (value_date between date '1900-01-01' and date '2199-12-31'),
    party         text check (length(party) <= 200),
    party_address text check (length(party_address) <= 500),
    party_account text check (length(party_account) <= 200),
    text          text not null check (text <> '' and length(text) <= 500),
    details       jsonb not null default '{}',
    by_cashier    boolean not null,
    state         text not null default 'PENDING' check (state in ('PENDING', 'CHECKED', 'DONE', 'DECLINED')),
    made_by       bigint not null references access.person,
    made_at       timestamptz not null,
    checked_by    bigint references access.person,
    checked_at    timestamptz,
    paid_by       bigint references access.person,
    paid_at       timestamptz,
    reason        text check (length(reason) <= 500),
    entry_id      bigint unique references ledger.posted_fact (entry_id),
    constraint money_order_second_person check (made_by <> checked_by),
    constraint money_order_cashier_apart check (paid_by <> made_by and paid_by <> checked_by),
    constraint money_order_paper_has_amount check (paper is null or (amount is not null and party is not null)),
    constraint money_order_checked check ((state = 'PENDING') = (checked_by is null) and (checked_by is null) = (checked_at is null)),
    constraint money_order_paid check (state <> 'DONE' or not by_cashier or paid_by is not null),
    constraint money_order_paid_when check ((paid_by is null) = (paid_at is null) and (paid_by is null or (state = 'DONE' and by_cashier))),
    constraint money_order_posted check (entry_id is null or state = 'DONE'),
    constraint money_order_reason check ((state = 'DECLINED') = (reason is not null))
);
create index money_order_open on vouchers.money_order (fund_id, id) where state in ('PENDING', 'CHECKED');
comment on table vouchers.money_order is 'What finance wants done with money and waits for a second person: other receipts and payments, capital out, deposits. Cash waits for the cashier too; in the books once done';
comment on column vouchers.money_order.paper is 'The voucher that comes of it; empty where no money moves';
comment on column vouchers.money_order.details is 'What its kind needs to know';
comment on column vouchers.money_order.by_cashier is 'Whether it is done when the cashier has handled the cash';

-- What was ordered stays as it was made; what is done or declined stays altogether.
create function vouchers.guard_money_order() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state in ('DONE', 'DECLINED')
            or (old.kind, old.paper, old.amount, old.value_date, old.party, old.text, old.details, old.made_by, old.by_cashier)
               is distinct from
               (new.kind, new.paper, new.amount, new.value_date, new.party, new.text, new.details, new.made_by, new.by_cashier)
            or (old.checked_by is not null and new.checked_by is distinct from old.checked_by and new.state <> 'DECLINED') then
        raise exception 'order % stays as it was made', old.id using errcode = '23514', constraint = 'money_order_kept';
    end if;
    return new;
end $$;
create trigger money_order_kept before update or delete on vouchers.money_order
    for each row execute function vouchers.guard_money_order();
create trigger money_order_keep before truncate on vouchers.money_order
    for each statement execute function access.refuse_change();
--rollback drop table vouchers.money_order; drop function vouchers.guard_money_order(); drop sequence vouchers.money_order_seq;
--rollback alter table vouchers.voucher drop column search_text; drop index vouchers.voucher_by_entry; drop index vouchers.voucher_by_day;
--rollback alter table vouchers.voucher drop constraint voucher_kind_check, add constraint voucher_kind_check check (kind in ('RECEIPT', 'PAYMENT', 'CREDIT_ADVICE', 'PAYMENT_ORDER'));
