--liquibase formatted sql logicalFilePath:reporting/006-admit-paper.sql
--changeset reporting:006-admit-paper
alter table reporting.export_job drop constraint export_job_file_check;
alter table reporting.export_job add constraint export_job_file_check check (file in ('CSV', 'XLSX', 'PDF'));
--rollback delete from reporting.export_job where file = 'PDF';
--rollback alter table reporting.export_job drop constraint export_job_file_check;
--rollback alter table reporting.export_job add constraint export_job_file_check check (file in ('CSV', 'XLSX'));
