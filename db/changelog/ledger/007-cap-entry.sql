--liquibase formatted sql logicalFilePath:ledger/007-cap-entry.sql
--changeset ledger:007-cap-entry
-- sums over years of entries stay far from the end of a bigint; a line is never above its entry
alter table ledger.entry
    add constraint entry_amount_conceivable check (amount <= 1000000000000000) not valid;
alter table ledger.memorandum_entry
    add constraint memorandum_amount_conceivable check (increase <= 1000000000000000 and decrease <= 1000000000000000) not valid;
--rollback alter table ledger.entry drop constraint entry_amount_conceivable; alter table ledger.memorandum_entry drop constraint memorandum_amount_conceivable;
