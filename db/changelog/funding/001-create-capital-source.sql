--liquibase formatted sql logicalFilePath:funding/001-create-capital-source.sql
--changeset funding:001-create-capital-source
create schema funding;

create sequence funding.capital_source_seq increment by 50;
create table funding.capital_source (
    id         bigint primary key,
    fund_id    bigint not null references access.fund,
    code       text not null check (code ~ '^[A-Z_]+$'),
    name_vi    text not null,
    name_en    text not null,
    account    text not null check (account in ('4111', '4118', '341')),
    charter    boolean not null,
    own        boolean not null,
    valid_from date not null,
    valid_to   date check (valid_to >= valid_from),
    unique (fund_id, code),
    foreign key (fund_id, account) references ledger.account (fund_id, code),
    constraint entrusted_is_no_charter_capital check (account <> '341' or not charter)
);
comment on table funding.capital_source is 'Where the fund''s money comes from, and on which account it stands';
comment on column funding.capital_source.charter is 'Whether it is charter capital (vốn điều lệ)';
comment on column funding.capital_source.own is 'Whether it is the fund''s own source, not another province''s that was merged in';

insert into funding.capital_source (id, fund_id, code, name_vi, name_en, account, charter, own, valid_from)
select nextval('funding.capital_source_seq'), 1, code, name_vi, name_en, account, charter, true, date '2000-01-01'
from (values
    ('PROVINCIAL_BUDGET', 'Ngân sách tỉnh cấp vốn điều lệ', 'Provincial budget, charter capital', '4111', true),
    ('OTHER_CHARTER', 'Vốn khác được công nhận là vốn điều lệ', 'Other capital recognised as charter capital', '4118', true),
    ('OWN_ACCUMULATION', 'Vốn tự bổ sung từ tích lũy', 'Own accumulation, not yet capitalised', '4118', false),
    ('ENTRUSTED', 'Vốn nhận ủy thác', 'Entrusted money', '341', false)
) as source(code, name_vi, name_en, account, charter);
--rollback drop schema funding cascade;
