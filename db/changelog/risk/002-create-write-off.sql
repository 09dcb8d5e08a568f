--liquibase formatted sql logicalFilePath:risk/002-create-write-off.sql
--changeset risk:002-create-write-off splitStatements:false
create sequence risk.write_off_seq increment by 50;
create table risk.write_off (
    id            bigint primary key,
    fund_id       bigint not null references access.fund,
    loan_id       bigint not null references servicing.loan,
    kind          text not null check (kind in ('CHARGE_OFF', 'FINAL')),
    ground        text not null check (ground in ('GROUP_5', 'DISSOLVED', 'DEAD', 'FIVE_YEARS')),
    paper         text not null check (paper <> ''),
    reason        text not null check (reason <> ''),
    state         text not null default 'PENDING' check (state in ('PENDING', 'APPROVED', 'REFUSED')),
    proposed_by   bigint not null references access.person,
    proposed_on   date not null,
    decided_by    bigint references access.person,
    decided_on    date,
    decision      text,
    principal     bigint check (principal >= 0),
    specific_used bigint check (specific_used >= 0),
    general_used  bigint check (general_used >= 0),
    entry_id      bigint,
    unique (id, proposed_by),
    constraint write_off_decided check ((state = 'PENDING') = (decided_by is null) and (state = 'PENDING') = (decided_on is null)
        and (state = 'PENDING') = (decision is null)),
    constraint write_off_second_person check (decided_by <> proposed_by),
    constraint write_off_ground check ((kind = 'FINAL') = (ground = 'FIVE_YEARS')),
    check (specific_used + general_used <= principal)
);
create unique index write_off_once on risk.write_off (loan_id, kind) where state <> 'REFUSED';
comment on table risk.write_off is 'What the risk council is asked: to take a debt out of the balance sheet, or five years later to give it up for good (Decree 45/2021/ND-CP art. 28). Dong';

create table risk.write_off_vote (
    write_off_id bigint not null,
    proposed_by  bigint not null,
    member_id    bigint not null references access.person,
    vote         text not null check (vote in ('FOR', 'AGAINST')),
    reason       text,
    voted_on     date not null,
    primary key (write_off_id, member_id),
    foreign key (write_off_id, proposed_by) references risk.write_off (id, proposed_by),
    constraint write_off_vote_not_by_proposer check (member_id <> proposed_by)
);
comment on table risk.write_off_vote is 'Votes of the risk council; who proposed has none';
create trigger write_off_vote_append_only before update or delete on risk.write_off_vote
    for each row execute function access.refuse_change();
create trigger write_off_vote_keep before truncate on risk.write_off_vote
    for each statement execute function access.refuse_change();
--rollback drop table risk.write_off_vote; drop table risk.write_off; drop sequence risk.write_off_seq;
