--liquibase formatted sql logicalFilePath:origination/020-create-appraisal-report.sql
--changeset origination:020-create-appraisal-report splitStatements:false
create sequence origination.appraisal_report_seq increment by 50;
create table origination.appraisal_report (
    id                bigint primary key,
    application_id    bigint not null references origination.application,
    round             int not null check (round > 0),
    version           int not null check (version >= 0),
    saved_by          bigint not null references access.person,
    saved_on          date not null,
    member_count      int check (member_count >= 0),
    members           text,
    manager_years     int check (manager_years >= 0),
    management        text,
    project           text,
    market            text,
    debts_checked_on  date,
    strengths         text,
    risks             text,
    conditions        text,
    proposal          text,
    appraisal_id      bigint unique,
    number            text,
    figures           jsonb,
    score_model       int,
    score_total       numeric(5,2) check (score_total between 0 and 100),
    score_band        text,
    unique (application_id, round),
    foreign key (application_id, appraisal_id) references origination.appraisal (application_id, id),
    constraint appraisal_report_sealed_whole check (
        (appraisal_id is null) = (number is null) and (appraisal_id is null) = (figures is null)
        and (appraisal_id is null) = (score_total is null) and (appraisal_id is null) = (score_model is null)
        and (appraisal_id is null) = (score_band is null))
);
comment on table origination.appraisal_report is 'What the appraiser writes down of an application, in parts; sealed with the appraisal that it belongs to, with its figures and score as they stood. A file that comes back gets a further round';

create table origination.appraisal_legal (
    report_id bigint not null references origination.appraisal_report,
    paper     text not null check (paper in ('REGISTRATION', 'CHARTER', 'MINUTES', 'AUTHORITY')),
    seen      boolean,
    remark    text,
    primary key (report_id, paper)
);
comment on table origination.appraisal_legal is 'Papers of legal standing: seen or not, empty while nobody has looked';

create table origination.appraisal_finance (
    report_id      bigint not null references origination.appraisal_report,
    year           int not null check (year between 1900 and 2199),
    current_assets bigint check (current_assets between 0 and 1000000000000000),
    long_assets    bigint check (long_assets between 0 and 1000000000000000),
    short_debt     bigint check (short_debt between 0 and 1000000000000000),
    long_debt      bigint check (long_debt between 0 and 1000000000000000),
    equity         bigint check (equity between -1000000000000000 and 1000000000000000),
    revenue        bigint check (revenue between 0 and 1000000000000000),
    expenses       bigint check (expenses between 0 and 1000000000000000),
    primary key (report_id, year)
);
comment on table origination.appraisal_finance is 'Lines of a year''s balance sheet and result as the appraiser read them, dong';

create table origination.appraisal_cash (
    report_id bigint not null references origination.appraisal_report,
    quarter   int not null check (quarter between 1 and 4),
    income    bigint not null check (income between 0 and 1000000000000000),
    cost      bigint not null check (cost between 0 and 1000000000000000),
    primary key (report_id, quarter)
);
comment on table origination.appraisal_cash is 'The cash flow of a usual year by quarters as the appraiser found it, dong; without rows the borrower''s own counts';

create table origination.appraisal_debt (
    report_id  bigint not null references origination.appraisal_report,
    sort       int not null,
    lender     text not null,
    amount     bigint not null check (amount between 0 and 1000000000000000),
    debt_group int check (debt_group between 1 and 5),
    primary key (report_id, sort)
);
comment on table origination.appraisal_debt is 'Debts elsewhere with their group, dong';

create table origination.appraisal_score (
    report_id bigint not null references origination.appraisal_report,
    factor    text not null,
    sort      int not null,
    value     bigint,
    points    int not null check (points between 0 and 100),
    weight    int not null check (weight between 0 and 100),
    primary key (report_id, factor)
);
comment on table origination.appraisal_score is 'The score that a sealed report bears, factor by factor: the figure (empty where there was none), its points and weight';

create function origination.keep_sealed_report() returns trigger language plpgsql as $$
begin
    if exists (select 1 from origination.appraisal_report where appraisal_id is not null
               and id in (new.report_id, old.report_id)) then
        raise exception 'the report is sealed' using errcode = '23514', constraint = 'appraisal_report_sealed';
    end if;
    return coalesce(new, old);
end $$;
create trigger appraisal_report_sealed before update or delete on origination.appraisal_report
    for each row when (old.appraisal_id is not null) execute function access.refuse_change();
create trigger appraisal_legal_sealed before insert or update or delete on origination.appraisal_legal
    for each row execute function origination.keep_sealed_report();
create trigger appraisal_finance_sealed before insert or update or delete on origination.appraisal_finance
    for each row execute function origination.keep_sealed_report();
create trigger appraisal_cash_sealed before insert or update or delete on origination.appraisal_cash
    for each row execute function origination.keep_sealed_report();
create trigger appraisal_debt_sealed before insert or update or delete on origination.appraisal_debt
    for each row execute function origination.keep_sealed_report();
create trigger appraisal_score_sealed before insert or update or delete on origination.appraisal_score
    for each row execute function origination.keep_sealed_report();
--rollback drop table origination.appraisal_score; drop table origination.appraisal_debt; drop table origination.appraisal_cash; drop table origination.appraisal_finance; drop table origination.appraisal_legal; drop table origination.appraisal_report; drop sequence origination.appraisal_report_seq; drop function origination.keep_sealed_report();
