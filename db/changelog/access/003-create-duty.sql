--liquibase formatted sql logicalFilePath:access/003-create-duty.sql
--changeset access:003-create-duty splitStatements:false
create table access.duty_conflict (
    duty           text not null,
    conflicts_with text not null,
    reason         text not null,
    primary key (duty, conflicts_with)
);
comment on table access.duty_conflict is 'Which two sides of one subject exclude each other; both directions are rows';

create table access.duty_taken (
    fund_id      bigint not null,
    subject_type text not null,
    subject_id   bigint not null,
    duty         text not null,
    person_id    bigint not null references access.person,
    taken_at     timestamptz not null default clock_timestamp(),
    primary key (subject_type, subject_id, duty, person_id)
);
comment on table access.duty_taken is 'Which side of a subject a person took; never taken back';

with pair(a, b, r) as (values
    ('PREPARE_APPLICATION', 'APPRAISE',  'who prepared the application does not appraise it'),
    ('PREPARE_APPLICATION', 'REVIEW',    'who prepared the application does not review it'),
    ('PREPARE_APPLICATION', 'DECIDE',    'who prepared the application does not decide it'),
    ('PREPARE_APPLICATION', 'VOTE',      'who prepared the application does not vote on it'),
    ('CHECK_COMPLETENESS',  'DECIDE',    'who prepared the file does not decide it'),
    ('CHECK_COMPLETENESS',  'VOTE',      'who prepared the file does not vote on it'),
    ('APPRAISE',            'REVIEW',    'who appraised does not review the appraisal'),
    ('APPRAISE',            'DECIDE',    'who appraised does not decide'),
    ('APPRAISE',            'VOTE',      'who appraised does not vote'),
    ('VISIT',               'DECIDE',    'who visited for the appraisal does not decide'),
    ('VISIT',               'VOTE',      'who visited for the appraisal does not vote'),
    ('REVIEW',              'DECIDE',    'who submitted the file does not decide it'),
    ('REVIEW',              'VOTE',      'who submitted the file does not vote on it'),
    ('PREPARE_DISBURSEMENT', 'CHECK_DISBURSEMENT',   'the maker does not check'),
    ('PREPARE_DISBURSEMENT', 'APPROVE_DISBURSEMENT', 'the maker does not approve'),
    ('PREPARE_DISBURSEMENT', 'PAY_DISBURSEMENT',     'the maker does not pay out'),
    ('CHECK_DISBURSEMENT',   'APPROVE_DISBURSEMENT', 'the checker does not approve'),
    ('CHECK_DISBURSEMENT',   'PAY_DISBURSEMENT',     'the checker does not pay out'),
    ('APPROVE_DISBURSEMENT', 'PAY_DISBURSEMENT',     'who approves does not pay out'),
    ('PREPARE_CONTRIBUTION', 'CONFIRM_CONTRIBUTION', 'the maker does not confirm'),
    ('PREPARE_REVERSAL',     'CONFIRM_REVERSAL',     'the maker does not confirm')
)
insert into access.duty_conflict (duty, conflicts_with, reason)
select a, b, r from pair union all select b, a, r from pair;

create function access.refuse_conflicting_duty() returns trigger language plpgsql as $$
declare held text;
begin
    perform pg_advisory_xact_lock(hashtextextended(new.subject_type || ':' || new.subject_id, 0));
    select t.duty into held
      from access.duty_taken t
      join access.duty_conflict c on c.duty = new.duty and c.conflicts_with = t.duty
     where t.subject_type = new.subject_type and t.subject_id = new.subject_id and t.person_id = new.person_id
     limit 1;
    if held is not null then
        raise exception 'duty % conflicts with % already taken by person %', new.duty, held, new.person_id
            using errcode = '23514', constraint = 'duty_conflict';
    end if;
    return new;
end $$;
create trigger duty_taken_separated before insert on access.duty_taken
    for each row execute function access.refuse_conflicting_duty();
create trigger duty_taken_append_only before update or delete on access.duty_taken
    for each row execute function access.refuse_change();
create trigger duty_taken_keep before truncate on access.duty_taken
    for each statement execute function access.refuse_change();
--rollback drop table access.duty_taken; drop table access.duty_conflict; drop function access.refuse_conflicting_duty();
