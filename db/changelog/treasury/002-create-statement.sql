--liquibase formatted sql logicalFilePath:treasury/002-create-statement.sql
--changeset treasury:002-create-statement splitStatements:false
create sequence treasury.statement_seq increment by 50;
create table treasury.statement (
    id              bigint primary key,
    fund_id         bigint not null references access.fund,
    bank_account_id bigint not null references treasury.bank_account,
    filename        text not null check (filename <> ''),
    kind            text not null check (kind in ('CSV', 'XLSX')),
    content         bytea not null,
    sha256          text not null,
    mapping_id      bigint references treasury.column_mapping,
    state           text not null default 'DRAFT' check (state in ('DRAFT', 'IMPORTED')),
    uploaded_by     bigint references access.person,
    uploaded_at     timestamptz not null default clock_timestamp(),
    imported_by     bigint references access.person,
    imported_at     timestamptz,
    descending      boolean not null default false,
    lines_new       int not null default 0 check (lines_new >= 0),
    lines_known     int not null default 0 check (lines_known >= 0),
    rows_skipped    int not null default 0 check (rows_skipped >= 0),
    rows_faulty     int not null default 0 check (rows_faulty >= 0),
    first_on        date,
    last_on         date,
    opening_balance bigint,
    closing_balance bigint,
    broken_rows     int[] not null default '{}',
    constraint statement_imported check ((state = 'IMPORTED') = (imported_at is not null))
);
create index statement_by_account on treasury.statement (bank_account_id, id);
comment on table treasury.statement is 'Files of bank statements as they came, and what was found in them';
comment on column treasury.statement.broken_rows is 'Rows whose running balance does not follow from the row before';

create sequence treasury.statement_line_seq increment by 50;
create table treasury.statement_line (
    id              bigint primary key,
    fund_id         bigint not null references access.fund,
    bank_account_id bigint not null references treasury.bank_account,
    statement_id    bigint not null references treasury.statement,
    row_number      int not null check (row_number > 0),
    paid_on         date not null check (paid_on between date '1900-01-01' and date '2199-12-31'),
    amount          bigint not null check (amount <> 0 and abs(amount) <= 1000000000000000),
    balance         bigint,
    content         text not null,
    reference       text check (reference <> ''),
    folded          text not null,
    identity        text not null,
    constraint statement_line_once unique (bank_account_id, identity)
);
create index statement_line_by_day on treasury.statement_line (bank_account_id, paid_on, id);
comment on table treasury.statement_line is 'What the bank says happened, each line once however often it is imported: in is above zero, out below. Only ever added';
comment on column treasury.statement_line.folded is 'The content in capitals and figures alone, as keys are looked for in it';
comment on column treasury.statement_line.identity is 'The bank''s reference with day and amount; without a reference a hash of day, amount, content, balance and which of equals it is';
create trigger statement_line_append_only before update or delete on treasury.statement_line
    for each row execute function access.refuse_change();
create trigger statement_line_keep before truncate on treasury.statement_line
    for each statement execute function access.refuse_change();

create table treasury.statement_fault (
    statement_id bigint not null references treasury.statement,
    row_number   int not null,
    cells        text[] not null,
    reasons      text not null,
    primary key (statement_id, row_number)
);
comment on table treasury.statement_fault is 'Rows of a file that are no lines yet, as they stood there, with what is wrong (message keys and arguments as JSON)';
--rollback drop table treasury.statement_fault; drop table treasury.statement_line; drop sequence treasury.statement_line_seq; drop table treasury.statement; drop sequence treasury.statement_seq;
