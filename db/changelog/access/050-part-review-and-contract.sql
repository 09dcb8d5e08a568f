--liquibase formatted sql logicalFilePath:access/050-part-review-and-contract.sql
--changeset access:050-part-review-and-contract
insert into access.duty_side (duty, subject_type, noted_by) values ('PREPARE_CONTRACT', 'APPLICATION', 'ACT');
with pair(a, b, r) as (values
    ('VISIT', 'REVIEW', 'who visited for the appraisal does not review it'),
    ('CHECK_COMPLETENESS', 'REVIEW', 'who checked the file does not review what was built on it'),
    ('PREPARE_CONTRACT', 'SIGN_CONTRACT', 'who drew up the contract does not confirm it for the fund')
)
insert into access.duty_conflict (duty, conflicts_with, reason)
select a, b, r from pair union all select b, a, r from pair;
--rollback delete from access.duty_conflict where (duty, conflicts_with) in (('VISIT', 'REVIEW'), ('REVIEW', 'VISIT'), ('CHECK_COMPLETENESS', 'REVIEW'), ('REVIEW', 'CHECK_COMPLETENESS'), ('PREPARE_CONTRACT', 'SIGN_CONTRACT'), ('SIGN_CONTRACT', 'PREPARE_CONTRACT'));
--rollback delete from access.duty_side where duty = 'PREPARE_CONTRACT';
