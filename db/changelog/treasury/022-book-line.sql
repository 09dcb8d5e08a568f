--liquibase formatted sql logicalFilePath:treasury/022-book-line.sql
--changeset treasury:022-book-line
alter table treasury.posting_template add column second_person boolean not null default false;
comment on column treasury.posting_template.second_person is 'Whether the bank''s line alone does not say what it was: then one person chooses the template and another lets it be posted';
insert into treasury.posting_template (fund_id, code, name_vi, name_en, side, template, keywords, second_person) values
    (1, 'UNEXPLAINED_OUT', 'Tiền ra chưa rõ, chờ xử lý', 'Money out not yet explained', 'OUT', 'bank.unexplained-out', '{}', true),
    (1, 'PAYABLE_RETURNED', 'Trả lại tiền đã nhận nhầm', 'Money received by mistake, returned', 'OUT', 'bank.payable-out', '{}', true),
    (1, 'OWN_TRANSFER_OUT', 'Chuyển sang tài khoản khác của Quỹ', 'To another account of the fund', 'OUT', 'transit.out', '{}', true),
    (1, 'PAYABLE_RECEIVED', 'Tiền nhận nhầm, phải trả lại', 'Money received by mistake, to be returned', 'IN', 'bank.payable-in', '{}', true),
    (1, 'EXPLAINED_BACK', 'Tiền ra trước đây quay lại', 'Money out not yet explained came back', 'IN', 'bank.unexplained-back', '{}', true),
    (1, 'OWN_TRANSFER_IN', 'Nhận từ tài khoản khác của Quỹ', 'From another account of the fund', 'IN', 'transit.in', '{}', true);
--rollback delete from treasury.posting_template where second_person; alter table treasury.posting_template drop column second_person;
