--liquibase formatted sql logicalFilePath:council/001-create-matter.sql
--changeset council:001-create-matter splitStatements:false
create schema council;
create sequence council.matter_seq increment by 50;
create table council.matter (
    id           bigint primary key,
    fund_id      bigint not null references access.fund,
    subject_type text not null,
    subject_id   bigint not null,
    kind         text not null,
    paper        bigint not null,
    state        text not null default 'LAID' check (state in ('LAID', 'CALLED', 'DECIDED', 'TAKEN_BACK')),
    round        int not null default 0 check (round >= 0),
    way          text check (way in ('WRITTEN', 'MEETING')),
    meets_on     date,
    place        text,
    agenda       text,
    laid_on      date not null,
    called_by    bigint references access.person,
    called_on    date,
    closed_by    bigint references access.person,
    approved     boolean,
    minutes      text,
    signed_by    bigint references access.person,
    signed_on    date,
    remark       text,
    constraint matter_called check (state not in ('CALLED', 'DECIDED') or (round > 0 and way is not null and meets_on is not null)),
    constraint matter_decided check ((state = 'DECIDED') = (approved is not null) and (state = 'DECIDED') = (signed_on is not null)),
    unique (fund_id, minutes)
);
create unique index matter_one_open on council.matter (subject_type, subject_id) where state in ('LAID', 'CALLED');
create index matter_by_subject on council.matter (subject_type, subject_id);
comment on table council.matter is 'A question before the management council, which is the risk council too: when it was called, what came of it, its minutes. One at a time on a case';

create table council.seat (
    matter_id  bigint not null references council.matter,
    round      int not null,
    member_id  bigint not null references access.person,
    chair      boolean not null,
    primary key (matter_id, round, member_id)
);
comment on table council.seat is 'Who was called to a round of votes: the members of that day whom no side of the case bars';

create table council.vote (
    matter_id bigint not null,
    round     int not null,
    member_id bigint not null,
    chair     boolean not null,
    vote      text not null check (vote in ('FOR', 'AGAINST', 'ABSTAIN', 'CONFLICT')),
    reason    text,
    voted_on  date not null,
    primary key (matter_id, round, member_id),
    foreign key (matter_id, round, member_id) references council.seat,
    constraint vote_with_reason check (vote not in ('AGAINST', 'CONFLICT') or reason is not null)
);
comment on table council.vote is 'How a member voted in a round, or that the member stepped aside for a conflict of interest. Only added to';
create trigger vote_append_only before update or delete on council.vote
    for each row execute function access.refuse_change();
create trigger vote_keep before truncate on council.vote
    for each statement execute function access.refuse_change();
create trigger seat_append_only before update or delete on council.seat
    for each row execute function access.refuse_change();
create trigger seat_keep before truncate on council.seat
    for each statement execute function access.refuse_change();
--rollback drop table council.vote; drop table council.seat; drop table council.matter; drop sequence council.matter_seq; drop schema council;
