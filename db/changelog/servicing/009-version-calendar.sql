--liquibase formatted sql logicalFilePath:servicing/009-version-calendar.sql
--changeset servicing:009-version-calendar
alter table servicing.schedule_version drop constraint schedule_version_reason_check;
alter table servicing.schedule_version add constraint schedule_version_reason_check
    check (reason in ('CONTRACT', 'DISBURSEMENT', 'EARLY_REPAYMENT', 'CALENDAR'));
--rollback alter table servicing.schedule_version drop constraint schedule_version_reason_check; alter table servicing.schedule_version add constraint schedule_version_reason_check check (reason in ('CONTRACT', 'DISBURSEMENT', 'EARLY_REPAYMENT'));
