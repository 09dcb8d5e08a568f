--liquibase formatted sql logicalFilePath:funding/042-insert-merged-source.sql
--changeset funding:042-insert-merged-source
alter table funding.capital_source
    add constraint owner_capital_is_charter_capital check (account <> '4111' or charter) not valid;
insert into funding.capital_source (id, fund_id, code, name_vi, name_en, account, charter, own, valid_from)
select nextval('funding.capital_source_seq'), 1, code, name_vi, name_en, account, charter, own, valid_from
from (values
    ('DONATION', 'Tài trợ, viện trợ', 'Donations and grants', '4118', false, true, date '2000-01-01'),
    ('BAC_NINH_CHARTER', 'Vốn điều lệ của Quỹ Bắc Ninh trước sáp nhập', 'Charter capital of the former Bắc Ninh fund', '4111', true, false, date '2025-07-01'),
    ('BAC_NINH_OTHER', 'Vốn khác của Quỹ Bắc Ninh trước sáp nhập', 'Other capital of the former Bắc Ninh fund', '4118', false, false, date '2025-07-01')
) as source(code, name_vi, name_en, account, charter, own, valid_from)
on conflict do nothing;
--rollback delete from funding.capital_source where code in ('DONATION', 'BAC_NINH_CHARTER', 'BAC_NINH_OTHER'); alter table funding.capital_source drop constraint owner_capital_is_charter_capital;
