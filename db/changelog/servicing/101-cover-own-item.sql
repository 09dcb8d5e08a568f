--liquibase formatted sql logicalFilePath:servicing/101-cover-own-item.sql
--changeset servicing:101-cover-own-item splitStatements:false
create function servicing.refuse_foreign_cover() returns trigger language plpgsql as $$
begin
    if exists (select 1 from servicing.loan l join collateral.item i on i.id = new.item_id
               where l.id = new.loan_id and l.borrower_id <> i.borrower_id) then
        raise exception 'the item was offered by another borrower' using errcode = '23514', constraint = 'cover_of_own_item';
    end if;
    return null;
end $$;
comment on function servicing.refuse_foreign_cover() is 'An item secures loans of the borrower who offered it, whoever owns it';
create constraint trigger cover_of_own_item after insert on collateral.cover deferrable initially deferred
    for each row execute function servicing.refuse_foreign_cover();
--rollback drop trigger cover_of_own_item on collateral.cover; drop function servicing.refuse_foreign_cover();
