--liquibase formatted sql logicalFilePath:collateral/001-create-item.sql
--changeset collateral:001-create-item splitStatements:false
create schema collateral;
create sequence collateral.item_seq increment by 50;
create table collateral.item (
    id            bigint primary key,
    fund_id       bigint not null references access.fund,
    number        text not null,
    borrower_id   bigint not null references cooperatives.borrower,
    kind          text not null,
    measure       text not null check (measure in ('MORTGAGE', 'PLEDGE', 'GUARANTEE')),
    office        text check (office in ('LAND_OFFICE', 'TRANSACTIONS_CENTRE')),
    description   text not null check (description <> ''),
    fields        jsonb not null default '{}',
    identity      text,
    owner         text,
    consent       text,
    guarantor_id  bigint references cooperatives.borrower,
    estimate      bigint check (estimate > 0),
    policy        text,
    insured_until date,
    offered_on    date not null,
    offered_by    bigint references access.person,
    search_text   text not null default '',
    constraint item_number unique (fund_id, number),
    constraint item_identity unique (fund_id, kind, identity),
    constraint item_owner_consents check ((owner is null) = (consent is null)),
    constraint item_policy_has_end check ((policy is null) = (insured_until is null))
);
create index item_borrower on collateral.item (borrower_id);
comment on table collateral.item is 'What may secure loans, one row an asset or guarantee however many loans it secures: fields by its kind, at which office it is to be registered (none: null), the third person that owns it with the paper of its consent';

create table collateral.offer (
    application_id bigint not null,
    item_id        bigint not null references collateral.item,
    offered_on     date not null,
    offered_by     bigint references access.person,
    withdrawn_on   date,
    withdrawn_by   bigint references access.person,
    primary key (application_id, item_id)
);
create index offer_item on collateral.offer (item_id);
comment on table collateral.offer is 'For which applications an item is offered; taken out again it keeps its row';

create table collateral.valuation (
    item_id     bigint not null references collateral.item,
    valued_on   date not null,
    amount      bigint not null check (amount >= 0),
    method      text,
    paper       text,
    valued_by   bigint references access.person,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (item_id, valued_on, recorded_at)
);
comment on table collateral.valuation is 'What an item is worth, in dong, by appraisal or revaluation; the latest up to a day counts on that day';

create table collateral.cover (
    item_id         bigint not null references collateral.item,
    loan_id         bigint not null,
    from_on         date not null,
    rank            int not null check (rank > 0),
    most            bigint check (most > 0),
    contract_number text,
    contract_on     date,
    made_by         bigint references access.person,
    recorded_at     timestamptz not null default clock_timestamp(),
    primary key (item_id, loan_id)
);
create index cover_loan on collateral.cover (loan_id);
comment on table collateral.cover is 'Which loan an item secures since when, by which security contract, in which order among the loans it secures (equal ranks share), and up to how much where not with all it is worth';

create sequence collateral.release_seq increment by 50;
create table collateral.release (
    id          bigint primary key,
    fund_id     bigint not null references access.fund,
    item_id     bigint not null,
    loan_id     bigint not null,
    state       text not null check (state in ('PENDING', 'DONE', 'REJECTED')),
    owed        boolean not null,
    reason      text,
    proposed_by bigint references access.person,
    proposed_on date not null,
    decided_by  bigint references access.person,
    decided_on  date,
    remark      text,
    foreign key (item_id, loan_id) references collateral.cover,
    constraint release_second_person check (decided_by <> proposed_by),
    constraint release_of_owed_is_decided check (not owed or state = 'PENDING' or decided_by is not null),
    constraint release_of_owed_has_reason check (not owed or reason is not null),
    constraint release_decided check ((state = 'PENDING') = (decided_on is null))
);
create unique index release_once on collateral.release (item_id, loan_id) where state <> 'REJECTED';
comment on table collateral.release is 'When an item stopped securing a loan: at once where nothing is owed, by a second person where the loan is still owed and the rest of its security is enough';

create table collateral.registration (
    item_id     bigint not null references collateral.item,
    kind        text not null check (kind in ('REGISTERED', 'NOT_REQUIRED', 'DEREGISTERED')),
    office      text check (office in ('LAND_OFFICE', 'TRANSACTIONS_CENTRE')),
    number      text,
    on_day      date not null,
    notary      text,
    reason      text,
    made_by     bigint references access.person,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (item_id, recorded_at),
    constraint registration_number check (kind <> 'REGISTERED' or (office is not null and number is not null)),
    constraint registration_reason check (kind <> 'NOT_REQUIRED' or reason is not null)
);
comment on table collateral.registration is 'The security measure at the register (Decree 99/2022/ND-CP): registered, not required and why, deregistered. The latest row holds';

create table collateral.registration_waiver (
    loan_id     bigint primary key,
    reason      text not null check (reason <> ''),
    waived_by   bigint not null references access.person,
    waived_on   date not null,
    recorded_at timestamptz not null default clock_timestamp()
);
comment on table collateral.registration_waiver is 'The director let money of a loan leave before its security is registered';

create sequence collateral.handover_seq increment by 50;
create table collateral.handover (
    id          bigint primary key,
    fund_id     bigint not null references access.fund,
    number      text not null,
    item_id     bigint not null references collateral.item,
    direction   text not null check (direction in ('IN', 'OUT')),
    gives_back  bigint unique references collateral.handover,
    papers      text not null check (papers <> ''),
    place       text,
    party       text not null check (party <> ''),
    on_day      date not null,
    amount      bigint not null check (amount > 0),
    made_by     bigint references access.person,
    recorded_at timestamptz not null default clock_timestamp(),
    constraint handover_number unique (fund_id, number),
    constraint handover_out_gives_back check ((direction = 'OUT') = (gives_back is not null)),
    constraint handover_in_has_place check (direction = 'OUT' or place is not null)
);
create index handover_item on collateral.handover (item_id);
comment on table collateral.handover is 'Papers of an item that the fund took into keeping and gave back, by numbered minutes; amount is what stands for them on the memorandum account';

create table collateral.handover_signature (
    handover_id bigint primary key references collateral.handover,
    signed_by   bigint not null references access.person,
    signed_on   date not null,
    recorded_at timestamptz not null default clock_timestamp()
);
comment on table collateral.handover_signature is 'That the borrower agrees with the minutes';

create table collateral.insurance_told (
    item_id bigint not null references collateral.item,
    until   date not null,
    days    int not null,
    primary key (item_id, until, days)
);
comment on table collateral.insurance_told is 'What the close of a day said about an insurance that ends, so that closing again says nothing twice';

create view collateral.standing as
select s.*, case
        when s.secures and s.registration in ('REGISTERED', 'NOT_REQUIRED') then 'REGISTERED'
        when s.secures then 'SECURED'
        when s.once_secured and s.registration = 'REGISTERED' then 'RELEASED'
        when s.once_secured and s.papers_held then 'DEREGISTERED'
        when s.once_secured then 'RETURNED'
        when not s.offered then 'WITHDRAWN'
        when s.value is not null then 'APPRAISED'
        else 'OFFERED' end as state,
    s.secures and s.office is not null and coalesce(s.registration, 'DEREGISTERED') = 'DEREGISTERED' as registration_due
from (
    select i.*, v.amount as value, v.valued_on, r.kind as registration, r.number as registration_number, r.on_day as registered_on,
        exists (select 1 from collateral.cover c where c.item_id = i.id) as once_secured,
        exists (select 1 from collateral.cover c where c.item_id = i.id and not exists (select 1 from collateral.release x
            where x.item_id = c.item_id and x.loan_id = c.loan_id and x.state = 'DONE')) as secures,
        exists (select 1 from collateral.offer o where o.item_id = i.id and o.withdrawn_on is null) as offered,
        exists (select 1 from collateral.handover h where h.item_id = i.id and h.direction = 'IN'
            and not exists (select 1 from collateral.handover b where b.gives_back = h.id)) as papers_held
    from collateral.item i
    left join lateral (select amount, valued_on from collateral.valuation v where v.item_id = i.id
        order by v.valued_on desc, v.recorded_at desc limit 1) v on true
    left join lateral (select kind, number, on_day from collateral.registration r where r.item_id = i.id
        order by r.recorded_at desc limit 1) r on true
) s;

do $$
declare
    kept text;
begin
    foreach kept in array array['valuation', 'cover', 'registration', 'registration_waiver', 'handover', 'handover_signature'] loop
        execute format('create trigger %I before update or delete on collateral.%I '
            'for each row execute function access.refuse_change()', kept || '_append_only', kept);
        execute format('create trigger %I before truncate on collateral.%I '
            'for each statement execute function access.refuse_change()', kept || '_keep', kept);
    end loop;
end $$;

insert into access.duty_side (duty, subject_type, noted_by) values
    ('VALUE_ITEM', 'COLLATERAL', 'ACT'), ('PROPOSE_RELEASE', 'COLLATERAL', 'ROW'), ('DECIDE_RELEASE', 'COLLATERAL', 'ROW');
with pair(a, b, r) as (values
    ('VALUE_ITEM', 'DECIDE_RELEASE', 'who valued does not decide on the release'),
    ('PROPOSE_RELEASE', 'DECIDE_RELEASE', 'who proposed does not decide')
)
insert into access.duty_conflict (duty, conflicts_with, reason)
select a, b, r from pair union all select b, a, r from pair;
create trigger release_takes_duties after insert or update on collateral.release for each row when (new.owed)
    execute function access.take_duties('COLLATERAL', 'item_id', 'proposed_by', 'PROPOSE_RELEASE', 'decided_by', 'DECIDE_RELEASE');
--rollback drop schema collateral cascade; delete from access.duty_conflict where duty in ('VALUE_ITEM', 'PROPOSE_RELEASE', 'DECIDE_RELEASE'); delete from access.duty_side where subject_type = 'COLLATERAL';
