--liquibase formatted sql logicalFilePath:treasury/003-create-match.sql
--changeset treasury:003-create-match splitStatements:false
create table treasury.posting_template (
    id       bigint generated always as identity primary key,
    fund_id  bigint not null references access.fund,
    code     text not null,
    name_vi  text not null,
    name_en  text not null,
    side     text not null check (side in ('IN', 'OUT')),
    account  text not null,
    keywords text[] not null,
    unique (fund_id, code),
    foreign key (fund_id, account) references ledger.account (fund_id, code)
);
comment on table treasury.posting_template is 'What a line of the bank becomes in the books when nothing there answers to it: fees and interest, found by words of the content (capitals and figures alone)';
insert into treasury.posting_template (fund_id, code, name_vi, name_en, side, account, keywords) values
    (1, 'BANK_FEE', 'Phí dịch vụ ngân hàng', 'Bank service fee', 'OUT', '6427',
        array['PHIDICHVU', 'PHICHUYENTIEN', 'PHIQUANLY', 'PHISMS', 'PHIDUYTRI', 'THUPHI', 'BANKFEE', 'SERVICECHARGE', 'PHIRUTTIEN', 'PHIGIAODICH']),
    (1, 'BANK_DUE', 'Thuế, phí và lệ phí qua ngân hàng', 'Taxes and dues at the bank', 'OUT', '6425',
        array['LEPHI', 'THUEGTGT', 'VATPHI']),
    (1, 'FINANCIAL_FEE', 'Chi phí tài chính qua ngân hàng', 'Financial expense at the bank', 'OUT', '635',
        array['PHIBAOLANH', 'PHICAMKET']),
    (1, 'DEPOSIT_INTEREST', 'Lãi tiền gửi không kỳ hạn', 'Interest on demand deposits', 'IN', '515',
        array['LAITIENGUI', 'TRALAI', 'LAINHAPGOC', 'LAIKHONGKYHAN', 'INTERESTPAID', 'CREDITINTEREST']);

create sequence treasury.match_seq increment by 50;
create table treasury.match (
    id           bigint primary key,
    fund_id      bigint not null references access.fund,
    line_id      bigint not null references treasury.statement_line,
    kind         text not null check (kind in ('ENTRY', 'LOAN', 'TEMPLATE', 'UNKNOWN', 'RELEASE', 'REVERSED')),
    amount       bigint not null check (amount <> 0),
    state        text not null check (state in ('WAITING', 'STANDS', 'UNDONE')),
    entry_id     bigint references ledger.posted_fact (entry_id),
    loan_id      bigint references servicing.loan,
    proposal_id  bigint unique references servicing.proposal,
    repayment_id bigint references servicing.repayment,
    template_id  bigint references treasury.posting_template,
    reverses     bigint references treasury.match,
    reason       text,
    made_by      bigint references access.person,
    made_on      date not null,
    made_at      timestamptz not null default clock_timestamp(),
    constraint match_in_books check ((state = 'STANDS') <= (entry_id is not null)),
    constraint match_waits_for_proposal check ((state = 'WAITING') <= (proposal_id is not null))
);
create index match_by_line on treasury.match (line_id);
create index match_by_entry on treasury.match (entry_id) where entry_id is not null;
comment on table treasury.match is 'Which part of a line is which part of an entry on the bank''s account. The sign is that of the entry''s movement, so that the sum over a line is what of it stands in the books, and the sum over an entry what of it stands on statements';
comment on column treasury.match.kind is 'ENTRY: was posted before; LOAN: receipt taken for it; TEMPLATE: fee or interest; UNKNOWN: nobody''s yet; RELEASE: is nobody''s no more; REVERSED: the entry was taken back';

-- Of a line no more is claimed than it has, in the books and by name; of an entry no more than it moved.
create function treasury.admit_match() returns trigger language plpgsql as $$
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
          from ledger.posting p join treasury.bank_account a on a.id = line.bank_account_id
         where p.entry_id = new.entry_id and p.account = a.ledger_account;
        select coalesce(sum(amount), 0) into met from treasury.match
         where entry_id = new.entry_id and state = 'STANDS';
        if met * sign(moved) not between 0 and abs(moved) then
            raise exception 'entry % moves %, but % would be met', new.entry_id, moved, met
                using errcode = '23514', constraint = 'match_within_entry';
        end if;
    end if;
    return null;
end $$;
create trigger match_admitted after insert or update on treasury.match
    for each row execute function treasury.admit_match();

-- A match is added; what waited comes to stand or falls; a link to an entry is undone. Nothing else of it changes.
create function treasury.keep_match() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state = 'UNDONE' or (old.state = 'STANDS' and (new.state <> 'UNDONE' or old.kind <> 'ENTRY'))
        or to_jsonb(new) - array['state', 'entry_id', 'repayment_id', 'reason']
           is distinct from to_jsonb(old) - array['state', 'entry_id', 'repayment_id', 'reason'] then
        raise exception 'a match is only added, decided or undone'
            using errcode = '23514', constraint = 'match_append_only';
    end if;
    return new;
end $$;
create trigger match_append_only before update or delete on treasury.match
    for each row execute function treasury.keep_match();
create trigger match_keep before truncate on treasury.match
    for each statement execute function access.refuse_change();

create view treasury.line_standing as
select s.*, l_amount - (in_books - unknown) - waiting as open,
       case when l_amount = in_books - unknown then 'MATCHED'
            when l_amount = in_books - unknown + waiting then 'WAITING'
            when in_books - unknown + waiting <> 0 then 'PARTLY'
            when unknown <> 0 then 'UNKNOWN' else 'NEW' end as state
from (select l.id as line_id, l.amount as l_amount,
             coalesce(sum(m.amount) filter (where m.state = 'STANDS'), 0)::bigint as in_books,
             coalesce(sum(m.amount) filter (where m.kind in ('UNKNOWN', 'RELEASE') and m.state = 'STANDS'), 0)::bigint as unknown,
             coalesce(sum(m.amount) filter (where m.state = 'WAITING'), 0)::bigint as waiting
      from treasury.statement_line l left join treasury.match m on m.line_id = l.id
      group by l.id) s;
comment on view treasury.line_standing is 'How far each line is dealt with: in_books is posted, of which unknown has no owner; waiting waits for a second person; open has no owner yet';

create sequence treasury.unmatching_seq increment by 50;
create table treasury.unmatching (
    id          bigint primary key,
    fund_id     bigint not null references access.fund,
    match_id    bigint not null references treasury.match,
    reason      text not null check (reason <> ''),
    state       text not null default 'PENDING' check (state in ('PENDING', 'CONFIRMED', 'DECLINED')),
    proposed_by bigint not null references access.person,
    proposed_on date not null,
    decided_by  bigint references access.person,
    decided_on  date,
    answer      text,
    constraint unmatching_second_person check (decided_by <> proposed_by),
    constraint unmatching_decided check ((state = 'PENDING') = (decided_by is null) and (state = 'PENDING') = (decided_on is null)),
    constraint unmatching_answer check ((state = 'DECLINED') <= (answer is not null))
);
create unique index unmatching_once on treasury.unmatching (match_id) where state <> 'DECLINED';
comment on table treasury.unmatching is 'Matches that somebody wants undone, with the reason; a second person decides. What is matched with a loan is undone by taking back the receipt';
--rollback drop table treasury.unmatching; drop sequence treasury.unmatching_seq; drop view treasury.line_standing; drop table treasury.match; drop sequence treasury.match_seq; drop function treasury.admit_match(); drop function treasury.keep_match(); drop table treasury.posting_template;
