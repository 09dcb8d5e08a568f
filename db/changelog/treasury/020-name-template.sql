--liquibase formatted sql logicalFilePath:treasury/020-name-template.sql
--changeset treasury:020-name-template splitStatements:false
-- Which account a fee stands on is said by the posting templates of the ledger, in the one table; here is by which words
-- a line is found to be one. The account at a bank has moved to the room of papers.
alter table treasury.posting_template add column template text;
update treasury.posting_template set template = case code when 'BANK_FEE' then 'bank.fee' when 'BANK_DUE' then 'bank.due'
    when 'FINANCIAL_FEE' then 'bank.financial-fee' when 'DEPOSIT_INTEREST' then 'bank.interest' end;
alter table treasury.posting_template alter column template set not null, drop column account;
comment on column treasury.posting_template.template is 'Key of the posting template by which it is posted: its parts are money and the other side';

create or replace function treasury.admit_match() returns trigger language plpgsql as $$
declare
    line treasury.statement_line;
    posted numeric;
    named numeric;
    moved numeric;
    met numeric;
begin
    select * into line from treasury.statement_line where id = new.line_id for update;
    select coalesce(sum(amount) filter (where state = 'STANDS'), 0),
           coalesce(sum(amount) filter (where kind not in ('UNKNOWN', 'RELEASE')), 0)
      into posted, named from treasury.match where line_id = new.line_id and state <> 'UNDONE';
    if posted * sign(line.amount) not between 0 and abs(line.amount)
            or named * sign(line.amount) not between 0 and abs(line.amount) then
        raise exception 'line % over % would be matched with % (named %)', line.id, line.amount, posted, named
            using errcode = '23514', constraint = 'match_within_line';
    end if;
    if new.entry_id is not null then
        perform pg_advisory_xact_lock(hashtextextended('treasury.match:' || new.entry_id, 0));
        select coalesce(sum(p.debit - p.credit), 0) into moved
          from ledger.posting p join vouchers.bank_account a on a.id = line.bank_account_id
         where p.entry_id = new.entry_id and p.account = a.ledger_account;
        select coalesce(sum(m.amount), 0) into met from treasury.match m join treasury.statement_line l on l.id = m.line_id
         where m.entry_id = new.entry_id and m.state = 'STANDS' and l.bank_account_id = line.bank_account_id;
        if met * sign(moved) not between 0 and abs(moved) then
            raise exception 'entry % moves %, but % would be met', new.entry_id, moved, met
                using errcode = '23514', constraint = 'match_within_entry';
        end if;
    end if;
    return null;
end $$;
--rollback alter table treasury.posting_template drop column template;
