--liquibase formatted sql logicalFilePath:funding/005-cap-contribution.sql
--changeset funding:005-cap-contribution
-- not valid: what an older version let in stays as it is, nothing like it comes again
alter table funding.contribution
    add constraint contribution_amount_conceivable check (amount <= 1000000000000000) not valid,
    add constraint contribution_decision_length check (length(decision) <= 500) not valid,
    add constraint contribution_reason_length check (length(decline_reason) <= 2000) not valid;
--rollback alter table funding.contribution drop constraint contribution_amount_conceivable, drop constraint contribution_decision_length, drop constraint contribution_reason_length;
