--liquibase formatted sql logicalFilePath:servicing/002-create-schedule-version.sql
--changeset servicing:002-create-schedule-version splitStatements:false
create table servicing.schedule_version (
    loan_id bigint not null references servicing.loan,
    version int not null check (version >= 1),
    reason  text not null check (reason in ('CONTRACT', 'DISBURSEMENT', 'EARLY_REPAYMENT')),
    made_on date not null,
    primary key (loan_id, version)
);
comment on table servicing.schedule_version is 'Every schedule a loan ever had; the highest version holds';

create table servicing.schedule_row (
    loan_id   bigint not null,
    version   int not null,
    number    int not null check (number >= 1),
    from_on   date not null,
    due_on    date not null check (due_on > from_on),
    days      int not null check (days > 0),
    principal bigint not null check (principal >= 0),
    interest  bigint not null check (interest >= 0),
    balance   bigint not null check (balance >= 0),
    primary key (loan_id, version, number),
    foreign key (loan_id, version) references servicing.schedule_version
);
create index schedule_row_due on servicing.schedule_row (due_on, loan_id);
comment on table servicing.schedule_row is 'The rows of a schedule: interest runs from the day after from_on through due_on; balance is what is left after the row';

create trigger schedule_version_append_only before update or delete on servicing.schedule_version
    for each row execute function access.refuse_change();
create trigger schedule_row_append_only before update or delete on servicing.schedule_row
    for each row execute function access.refuse_change();
--rollback drop table servicing.schedule_row; drop table servicing.schedule_version;
