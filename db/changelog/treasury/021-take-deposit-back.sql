--liquibase formatted sql logicalFilePath:treasury/021-take-deposit-back.sql
--changeset treasury:021-take-deposit-back
alter table treasury.deposit_event drop constraint deposit_event_kind_check,
    add constraint deposit_event_kind_check check (kind in ('OPENED', 'INTEREST', 'MATURED', 'RENEWED', 'WITHDRAWN', 'TAKEN_BACK')),
    add column takes_back bigint unique;
alter table treasury.deposit_event add constraint deposit_event_taken_back
    foreign key (deposit_id, takes_back) references treasury.deposit_event,
    add constraint deposit_event_takes_back check ((kind = 'TAKEN_BACK') = (takes_back is not null));
comment on column treasury.deposit_event.takes_back is 'The order whose event this one takes back: the deposit stands as before it';
--rollback alter table treasury.deposit_event drop column takes_back, drop constraint deposit_event_kind_check, add constraint deposit_event_kind_check check (kind in ('OPENED', 'INTEREST', 'MATURED', 'RENEWED', 'WITHDRAWN'));
