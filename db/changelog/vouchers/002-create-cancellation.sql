--liquibase formatted sql logicalFilePath:vouchers/002-create-cancellation.sql
--changeset vouchers:002-create-cancellation
create table vouchers.cancellation (
    voucher_id   bigint primary key references vouchers.voucher,
    cancelled_on date not null,
    reason       text not null check (reason <> ''),
    entry_id     bigint not null,
    cancelled_by bigint references access.person,
    recorded_at  timestamptz not null default clock_timestamp()
);
comment on table vouchers.cancellation is 'Vouchers whose entry was taken back: the paper keeps its number and says that it is cancelled, why, and by which entry';
create trigger cancellation_append_only before update or delete on vouchers.cancellation
    for each row execute function access.refuse_change();
create trigger cancellation_keep before truncate on vouchers.cancellation
    for each statement execute function access.refuse_change();
--rollback drop table vouchers.cancellation;
