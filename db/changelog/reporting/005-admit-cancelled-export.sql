--liquibase formatted sql logicalFilePath:reporting/005-admit-cancelled-export.sql
--changeset reporting:005-admit-cancelled-export
alter table reporting.export_job drop constraint export_job_state_check;
alter table reporting.export_job add constraint export_job_state_check
    check (state in ('RUNNING', 'DONE', 'FAILED', 'CANCELLED'));
comment on column reporting.export_job.state is 'A failed or cancelled one may be begun again by who asked; it becomes RUNNING';
--rollback delete from reporting.export_job where state = 'CANCELLED';
--rollback alter table reporting.export_job drop constraint export_job_state_check;
--rollback alter table reporting.export_job add constraint export_job_state_check check (state in ('RUNNING', 'DONE', 'FAILED'));
