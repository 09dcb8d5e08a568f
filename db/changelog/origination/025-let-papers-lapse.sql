--liquibase formatted sql logicalFilePath:origination/025-let-papers-lapse.sql
--changeset origination:025-let-papers-lapse
alter table origination.application add column papers_due_on date;
comment on column origination.application.papers_due_on is 'By when the papers asked for must come, or the file lapses; null while nothing is asked, and for what was asked before such a day was kept until the next close';
create index application_papers_due on origination.application (fund_id, papers_due_on) where state = 'INCOMPLETE';
--rollback drop index origination.application_papers_due; alter table origination.application drop column papers_due_on;
