--liquibase formatted sql logicalFilePath:origination/022-keep-rule-model.sql
--changeset origination:022-keep-rule-model
alter table origination.rule_check add column is_limit boolean not null default false;
alter table origination.rule_check add column table_version int;
update origination.rule_check set is_limit = true where rule in ('CUSTOMER_LIMIT', 'GROUP_LIMIT');
alter table origination.rule_check alter column is_limit drop default;
comment on column origination.rule_check.is_limit is 'A limit that a repayment or more capital may open again';
comment on column origination.rule_check.table_version is 'The version of the table of rules that answered; empty where it was the program itself';
--rollback alter table origination.rule_check drop column is_limit; alter table origination.rule_check drop column table_version;
