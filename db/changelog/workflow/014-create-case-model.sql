--liquibase formatted sql logicalFilePath:workflow/014-create-case-model.sql
--changeset workflow:014-create-case-model splitStatements:false
create table workflow.case_model (
    instance_id  text primary key,
    fund_id      bigint not null,
    subject_type text not null,
    subject_id   bigint not null,
    process_key  text not null,
    name         text not null,
    version      int not null,
    began_on     date not null
);
create index case_model_subject on workflow.case_model (subject_type, subject_id);
comment on table workflow.case_model is 'Which version of which model governs a case: written when its process begins and when it is migrated, and kept when the engine forgets';
insert into workflow.case_model
select h.proc_inst_id_, 1, split_part(h.business_key_, ':', 1), split_part(h.business_key_, ':', 2)::bigint, d.key_, d.name_,
       d.version_, h.start_time_::date
  from act_hi_procinst h join act_re_procdef d on d.id_ = h.proc_def_id_
 where h.business_key_ ~ '^[A-Z]+:[0-9]+$' and h.super_process_instance_id_ is null;
--rollback drop table workflow.case_model;
