--liquibase formatted sql logicalFilePath:reporting/004-create-confirmation-answer.sql
--changeset reporting:004-create-confirmation-answer
create table reporting.confirmation_answer (
    borrower_id bigint not null references cooperatives.borrower,
    as_of       date not null,
    turn        int not null check (turn >= 1),
    fund_id     bigint not null references access.fund,
    answer      text not null check (answer in ('AGREED', 'DISAGREED', 'NO_ANSWER')),
    owed        bigint not null check (owed >= 0),
    stated      bigint check (stated >= 0),
    note        text,
    answered_on date not null check (answered_on >= as_of),
    recorded_by bigint not null references access.person,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (borrower_id, as_of, turn),
    constraint answer_states_amount check ((answer = 'DISAGREED') = (stated is not null)),
    constraint disagreement_says_why check (answer <> 'DISAGREED' or coalesce(note, '') <> '')
);
comment on table reporting.confirmation_answer is 'What borrowers answered to the confirmation of their debt as of a day; owed is what the letter said, stated what the borrower holds right, đồng. The last turn counts';
create trigger confirmation_answer_append_only before update or delete on reporting.confirmation_answer
    for each row execute function access.refuse_change();
create trigger confirmation_answer_keep before truncate on reporting.confirmation_answer
    for each statement execute function access.refuse_change();
--rollback drop table reporting.confirmation_answer;
