--liquibase formatted sql logicalFilePath:funding/020-allow-exposure-without-application.sql
--changeset funding:020-allow-exposure-without-application
alter table funding.exposure
    alter column application_id drop not null,
    add constraint exposure_of_something check (application_id is not null or loan_id is not null);
--rollback alter table funding.exposure drop constraint exposure_of_something, alter column application_id set not null;
