--liquibase formatted sql logicalFilePath:reporting/002-create-export-job.sql
--changeset reporting:002-create-export-job
create sequence reporting.export_job_seq increment by 50;
create table reporting.export_job (
    id          bigint primary key,
    fund_id     bigint not null references access.fund,
    report      text not null,
    file        text not null check (file in ('CSV', 'XLSX')),
    from_day    date,
    to_day      date not null,
    account     text,
    loan_id     bigint,
    borrower    text,
    grouping    text not null,
    language    text not null,
    asked_by    bigint not null references access.person,
    asked_at    timestamptz not null default clock_timestamp(),
    state       text not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'FAILED')),
    holder      text,
    lease_until timestamptz,
    rows_done   bigint not null default 0,
    rows_total  bigint not null,
    size        bigint not null default 0,
    expires_on  date not null
);
create index export_job_asker on reporting.export_job (asked_by, id desc);
create index export_job_running on reporting.export_job (id) where state = 'RUNNING';
comment on table reporting.export_job is 'Files too long to wait for, made in the background. Who works on one holds a lease; when that runs out the next begins it again. Removed at the close of expires_on';

create table reporting.export_chunk (
    job_id bigint not null references reporting.export_job on delete cascade,
    number int not null check (number >= 1),
    bytes  bytea not null,
    primary key (job_id, number)
);
alter table reporting.export_chunk alter column bytes set storage external;
comment on table reporting.export_chunk is 'The file of a job in pieces, so that neither writing nor reading holds more than one in memory';
--rollback drop table reporting.export_chunk, reporting.export_job; drop sequence reporting.export_job_seq;
