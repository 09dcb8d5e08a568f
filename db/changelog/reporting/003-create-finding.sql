--liquibase formatted sql logicalFilePath:reporting/003-create-finding.sql
--changeset reporting:003-create-finding splitStatements:false
create sequence reporting.finding_seq increment by 50;
create table reporting.finding (
    id          bigint primary key,
    fund_id     bigint not null references access.fund,
    title       text not null check (title <> ''),
    matter      text,
    responsible bigint not null references access.person,
    due_on      date not null,
    raised_by   bigint not null references access.person,
    raised_on   date not null check (due_on >= raised_on),
    recorded_at timestamptz not null default clock_timestamp(),
    constraint finding_not_by_responsible check (raised_by <> responsible)
);
create index finding_fund on reporting.finding (fund_id, id desc);
create index finding_matter on reporting.finding (matter) where matter is not null;
comment on table reporting.finding is 'What the controller found, and who answers it by when; matter is the key of the event in the list of control it is about, such as waiver:12';

create table reporting.finding_step (
    finding_id  bigint not null references reporting.finding,
    turn        int not null check (turn >= 1),
    kind        text not null check (kind in ('RAISED', 'ANSWERED', 'RETURNED', 'CLOSED')),
    words       text not null check (words <> ''),
    made_by     bigint not null references access.person,
    made_on     date not null,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (finding_id, turn)
);
comment on table reporting.finding_step is 'The history of a finding, only ever added to; its last step is how it stands';

-- raised first; answered by the responsible; returned or closed by who raised it; nothing after it is closed
create function reporting.admit_finding_step() returns trigger language plpgsql as $$
declare
    about reporting.finding;
    before text;
begin
    select * into about from reporting.finding where id = new.finding_id for update;
    select kind into before from reporting.finding_step where finding_id = new.finding_id order by turn desc limit 1;
    if not coalesce(case new.kind
            when 'RAISED' then before is null
            when 'ANSWERED' then before in ('RAISED', 'RETURNED') and new.made_by = about.responsible
            else before = 'ANSWERED' and new.made_by <> about.responsible end, false) then
        raise exception 'a finding that is % is not %', before, new.kind
            using errcode = '23514', constraint = 'finding_in_order';
    end if;
    return new;
end $$;
create trigger finding_in_order before insert on reporting.finding_step
    for each row execute function reporting.admit_finding_step();
do $$
declare
    kept text;
begin
    foreach kept in array array['finding', 'finding_step'] loop
        execute format('create trigger %I before update or delete on reporting.%I '
            'for each row execute function access.refuse_change()', kept || '_append_only', kept);
        execute format('create trigger %I before truncate on reporting.%I '
            'for each statement execute function access.refuse_change()', kept || '_keep', kept);
    end loop;
end $$;
--rollback drop table reporting.finding_step, reporting.finding; drop function reporting.admit_finding_step; drop sequence reporting.finding_seq;
