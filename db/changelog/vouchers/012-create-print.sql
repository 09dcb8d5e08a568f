--liquibase formatted sql logicalFilePath:vouchers/012-create-print.sql
--changeset vouchers:012-create-print splitStatements:false
create table vouchers.print (
    voucher_id bigint not null references vouchers.voucher,
    copy       int not null check (copy >= 0),
    printed_by bigint references access.person,
    printed_at timestamptz not null default clock_timestamp(),
    primary key (voucher_id, copy)
);
comment on table vouchers.print is 'Who printed a voucher and when: 0 is the original, whatever comes after bears the mark of a copy and its number';

create table vouchers.cash_signature (
    voucher_id bigint primary key references vouchers.voucher,
    signed_by  bigint not null references access.person,
    signed_at  timestamptz not null default clock_timestamp()
);
comment on table vouchers.cash_signature is 'The cashier says that the cash of a voucher was received or handed out against the signed paper';

-- The cashier is never the maker, nor is there anything to sign at the bank.
create function vouchers.admit_cash_signature() returns trigger language plpgsql as $$
declare
    paper vouchers.voucher;
begin
    select * into paper from vouchers.voucher where id = new.voucher_id;
    if paper.made_by = new.signed_by then
        raise exception 'the cashier is not the maker' using errcode = '23514', constraint = 'cashier_is_not_the_maker';
    end if;
    if paper.kind not in ('RECEIPT', 'PAYMENT') then
        raise exception 'voucher % moves no cash', new.voucher_id using errcode = '23514', constraint = 'cash_voucher_alone';
    end if;
    return new;
end $$;
create trigger cash_signature_admitted before insert on vouchers.cash_signature
    for each row execute function vouchers.admit_cash_signature();
create trigger cash_signature_append_only before update or delete on vouchers.cash_signature
    for each row execute function access.refuse_change();
create trigger cash_signature_keep before truncate on vouchers.cash_signature
    for each statement execute function access.refuse_change();
create trigger print_append_only before update or delete on vouchers.print
    for each row execute function access.refuse_change();
create trigger print_keep before truncate on vouchers.print
    for each statement execute function access.refuse_change();
--rollback drop table vouchers.cash_signature; drop table vouchers.print; drop function vouchers.admit_cash_signature();
