--liquibase formatted sql logicalFilePath:vouchers/013-create-cash-count.sql
--changeset vouchers:013-create-cash-count splitStatements:false
create sequence vouchers.cash_count_seq increment by 50;
create table vouchers.cash_count (
    id          bigint primary key,
    fund_id     bigint not null references access.fund,
    day         date not null,
    book        bigint not null,
    counted     bigint not null check (counted between 0 and 1000000000000000),
    explanation text check (length(explanation) <= 500),
    counted_by  bigint not null references access.person,
    counted_at  timestamptz not null,
    signed_by   bigint references access.person,
    signed_at   timestamptz,
    unique (fund_id, day),
    constraint cash_count_second_person check (counted_by <> signed_by),
    constraint cash_count_signed check ((signed_by is null) = (signed_at is null)),
    constraint cash_count_explained check (book = counted or coalesce(explanation, '') <> '')
);
comment on table vouchers.cash_count is 'The cash counted at the end of a day against the book: by the cashier, signed by the accountant, then locked; one a day';

create table vouchers.cash_count_piece (
    count_id bigint not null references vouchers.cash_count,
    face     int not null check (face > 0),
    pieces   int not null check (pieces between 1 and 1000000),
    primary key (count_id, face)
);
comment on table vouchers.cash_count_piece is 'How many notes of each value were counted';

create function vouchers.guard_cash_count() returns trigger language plpgsql as $$
declare
    signed boolean;
begin
    if tg_table_name = 'cash_count' then
        signed := old.signed_by is not null;
    else
        select signed_by is not null into signed from vouchers.cash_count
         where id = case when tg_op = 'INSERT' then new.count_id else old.count_id end;
    end if;
    if signed then
        raise exception 'a signed count of cash stays' using errcode = '23514', constraint = 'cash_count_locked';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger cash_count_locked before update or delete on vouchers.cash_count
    for each row execute function vouchers.guard_cash_count();
create trigger cash_count_piece_locked before insert or update or delete on vouchers.cash_count_piece
    for each row execute function vouchers.guard_cash_count();
--rollback drop table vouchers.cash_count_piece; drop table vouchers.cash_count; drop function vouchers.guard_cash_count(); drop sequence vouchers.cash_count_seq;
