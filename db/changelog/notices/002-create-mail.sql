--liquibase formatted sql logicalFilePath:notices/002-create-mail.sql
--changeset notices:002-create-mail splitStatements:false
create table notices.mail_address (
    person_id    bigint primary key references access.person,
    fund_id      bigint not null,
    address      text not null check (length(address) <= 254),
    token_hash   text,
    asked_at     timestamptz not null default clock_timestamp(),
    confirmed_at timestamptz
);
comment on table notices.mail_address is 'Where a person wants notices by mail; nothing is sent there before the person confirmed it by a link';

create table notices.mail (
    id          bigint generated always as identity primary key,
    fund_id     bigint not null,
    person_id   bigint not null references access.person,
    notice_id   bigint unique references notices.notice,
    address     text not null,
    code        text not null,
    args        jsonb not null,
    path        text not null,
    state       text not null default 'WAITING' check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED', 'UNSURE', 'DROPPED')),
    tries       int not null default 0,
    next_try_at timestamptz not null default clock_timestamp(),
    lease_until timestamptz,
    problem     text,
    made_at     timestamptz not null default clock_timestamp(),
    sent_at     timestamptz,
    constraint mail_sent check ((state = 'SENT') = (sent_at is not null))
);
create index mail_waiting on notices.mail (next_try_at) where state in ('WAITING', 'SENDING');
create index mail_state on notices.mail (fund_id, state, id);
comment on table notices.mail is 'The outbox: one row a mail, sent after the commit of what it tells; UNSURE was handed to the server without an answer and is not sent again by itself';

-- what was sent is never sent again, whatever asks for it
create function notices.keep_sent_mail() returns trigger language plpgsql as $$
begin
    if old.state = 'SENT' then
        raise exception 'mail % was sent', old.id using errcode = '23514', constraint = 'mail_sent_once';
    end if;
    return new;
end $$;
create trigger mail_sent_once before update on notices.mail for each row execute function notices.keep_sent_mail();
--rollback drop table notices.mail; drop function notices.keep_sent_mail(); drop table notices.mail_address;
