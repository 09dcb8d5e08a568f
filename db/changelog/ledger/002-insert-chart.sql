--liquibase formatted sql logicalFilePath:ledger/002-insert-chart.sql
--changeset ledger:002-insert-chart
-- Accounts of Circular 99/2025/TT-BTC that the fund needs, used for the whole history that the program keeps; sub-accounts
-- of 3388 are the fund's own, to keep borrowers' credit apart from money that nobody has claimed yet.
insert into ledger.account (fund_id, code, name_vi, name_en, kind, normal_side, parent, leaf, needs, valid_from)
select 1, code, name_vi, name_en, kind, normal_side, parent, leaf, needs, date '2000-01-01'
from (values
    ('111', 'Tiền mặt', 'Cash on hand', 'ASSET', 'DEBIT', null, true, null),
    ('112', 'Tiền gửi không kỳ hạn', 'Demand deposits', 'ASSET', 'DEBIT', null, true, null),
    ('113', 'Tiền đang chuyển', 'Cash in transit', 'ASSET', 'DEBIT', null, true, null),
    ('128', 'Đầu tư nắm giữ đến ngày đáo hạn', 'Investments held to maturity', 'ASSET', 'DEBIT', null, false, null),
    ('1281', 'Tiền gửi có kỳ hạn', 'Term deposits', 'ASSET', 'DEBIT', '128', true, null),
    ('1283', 'Cho vay', 'Loans', 'ASSET', 'DEBIT', '128', true, 'LOAN'),
    ('131', 'Phải thu của khách hàng', 'Trade receivables', 'ASSET', 'DEBIT', null, true, null),
    ('138', 'Phải thu khác', 'Other receivables', 'ASSET', 'DEBIT', null, false, null),
    ('1388', 'Phải thu khác', 'Other receivables (accrued interest)', 'ASSET', 'DEBIT', '138', true, null),
    ('141', 'Tạm ứng', 'Advances to staff', 'ASSET', 'DEBIT', null, true, null),
    ('211', 'Tài sản cố định hữu hình', 'Tangible fixed assets', 'ASSET', 'DEBIT', null, true, null),
    ('213', 'Tài sản cố định vô hình', 'Intangible fixed assets', 'ASSET', 'DEBIT', null, true, null),
    ('214', 'Hao mòn tài sản cố định', 'Accumulated depreciation', 'ASSET', 'CREDIT', null, true, null),
    ('229', 'Dự phòng tổn thất tài sản', 'Provisions against assets', 'ASSET', 'CREDIT', null, false, null),
    ('2293', 'Dự phòng phải thu khó đòi', 'Provision for doubtful receivables', 'ASSET', 'CREDIT', '229', true, null),
    ('242', 'Chi phí chờ phân bổ', 'Prepaid expenses', 'ASSET', 'DEBIT', null, true, null),
    ('331', 'Phải trả cho người bán', 'Trade payables', 'LIABILITY', 'CREDIT', null, true, null),
    ('333', 'Thuế và các khoản phải nộp Nhà nước', 'Taxes and other dues to the State', 'LIABILITY', 'CREDIT', null, false, null),
    ('3331', 'Thuế giá trị gia tăng phải nộp', 'Value added tax payable', 'LIABILITY', 'CREDIT', '333', true, null),
    ('3334', 'Thuế thu nhập doanh nghiệp', 'Corporate income tax payable', 'LIABILITY', 'CREDIT', '333', true, null),
    ('3335', 'Thuế thu nhập cá nhân', 'Personal income tax payable', 'LIABILITY', 'CREDIT', '333', true, null),
    ('334', 'Phải trả người lao động', 'Payables to employees', 'LIABILITY', 'CREDIT', null, true, null),
    ('335', 'Chi phí phải trả', 'Accrued expenses', 'LIABILITY', 'CREDIT', null, true, null),
    ('338', 'Phải trả, phải nộp khác', 'Other payables', 'LIABILITY', 'CREDIT', null, false, null),
    ('3387', 'Doanh thu chờ phân bổ', 'Deferred revenue', 'LIABILITY', 'CREDIT', '338', true, null),
    ('3388', 'Phải trả, phải nộp khác', 'Other payables', 'LIABILITY', 'CREDIT', '338', false, null),
    ('33881', 'Tiền thừa của khách hàng vay', 'Borrowers'' credit', 'LIABILITY', 'CREDIT', '3388', true, null),
    ('33882', 'Tiền về chưa rõ nguồn', 'Unknown money received', 'LIABILITY', 'CREDIT', '3388', true, null),
    ('33888', 'Phải trả khác', 'Sundry payables', 'LIABILITY', 'CREDIT', '3388', true, null),
    ('341', 'Vay và nhận ủy thác', 'Borrowed and entrusted money', 'LIABILITY', 'CREDIT', null, true, 'CAPITAL_SOURCE'),
    ('353', 'Quỹ khen thưởng, phúc lợi', 'Bonus and welfare fund', 'LIABILITY', 'CREDIT', null, true, null),
    ('411', 'Vốn đầu tư của chủ sở hữu', 'Owner''s capital', 'EQUITY', 'CREDIT', null, false, null),
    ('4111', 'Vốn góp của chủ sở hữu', 'Capital contributed by the owner', 'EQUITY', 'CREDIT', '411', true, 'CAPITAL_SOURCE'),
    ('4118', 'Vốn khác', 'Other capital', 'EQUITY', 'CREDIT', '411', true, 'CAPITAL_SOURCE'),
    ('414', 'Quỹ đầu tư phát triển', 'Investment and development fund', 'EQUITY', 'CREDIT', null, true, null),
    ('418', 'Các quỹ khác thuộc vốn chủ sở hữu', 'Other funds in equity', 'EQUITY', 'CREDIT', null, true, null),
    ('421', 'Lợi nhuận sau thuế chưa phân phối', 'Undistributed result after tax', 'EQUITY', 'CREDIT', null, false, null),
    ('4211', 'Lợi nhuận sau thuế chưa phân phối lũy kế đến cuối năm trước', 'Undistributed result of earlier years', 'EQUITY', 'CREDIT', '421', true, null),
    ('4212', 'Lợi nhuận sau thuế chưa phân phối năm nay', 'Undistributed result of this year', 'EQUITY', 'CREDIT', '421', true, null),
    ('511', 'Doanh thu bán hàng và cung cấp dịch vụ', 'Revenue from services', 'INCOME', 'CREDIT', null, true, null),
    ('515', 'Doanh thu hoạt động tài chính', 'Financial income (interest)', 'INCOME', 'CREDIT', null, true, null),
    ('635', 'Chi phí tài chính', 'Financial expenses', 'EXPENSE', 'DEBIT', null, true, null),
    ('642', 'Chi phí quản lý', 'Administrative expenses', 'EXPENSE', 'DEBIT', null, false, null),
    ('6421', 'Chi phí nhân viên quản lý', 'Staff expenses', 'EXPENSE', 'DEBIT', '642', true, null),
    ('6422', 'Chi phí vật liệu quản lý', 'Materials', 'EXPENSE', 'DEBIT', '642', true, null),
    ('6423', 'Chi phí đồ dùng văn phòng', 'Office supplies', 'EXPENSE', 'DEBIT', '642', true, null),
    ('6424', 'Chi phí khấu hao tài sản cố định', 'Depreciation', 'EXPENSE', 'DEBIT', '642', true, null),
    ('6425', 'Thuế, phí và lệ phí', 'Taxes and fees', 'EXPENSE', 'DEBIT', '642', true, null),
    ('6426', 'Chi phí dự phòng', 'Provision expenses', 'EXPENSE', 'DEBIT', '642', true, null),
    ('6427', 'Chi phí dịch vụ mua ngoài', 'Outside services', 'EXPENSE', 'DEBIT', '642', true, null),
    ('6428', 'Chi phí bằng tiền khác', 'Other expenses', 'EXPENSE', 'DEBIT', '642', true, null),
    ('711', 'Thu nhập khác', 'Other income', 'INCOME', 'CREDIT', null, true, null),
    ('811', 'Chi phí khác', 'Other expenses outside operations', 'EXPENSE', 'DEBIT', null, true, null),
    ('821', 'Chi phí thuế thu nhập doanh nghiệp', 'Corporate income tax expense', 'EXPENSE', 'DEBIT', null, true, null),
    ('911', 'Xác định kết quả kinh doanh', 'Determination of the result', 'RESULT', 'CREDIT', null, true, null)
) as chart(code, name_vi, name_en, kind, normal_side, parent, leaf, needs);

insert into ledger.memorandum_account (fund_id, code, name_vi, name_en, valid_from)
select 1, code, name_vi, name_en, date '2000-01-01'
from (values
    ('941', 'Lãi cho vay quá hạn chưa thu được', 'Uncollected interest of doubtful loans'),
    ('9711', 'Nợ gốc đã xử lý rủi ro đang theo dõi', 'Principal written off and pursued'),
    ('9712', 'Lãi trong hạn của nợ đã xử lý rủi ro', 'In-term interest of debt written off'),
    ('9713', 'Lãi quá hạn của nợ đã xử lý rủi ro', 'Overdue interest of debt written off'),
    ('9714', 'Lãi chậm trả của nợ đã xử lý rủi ro', 'Late interest of debt written off'),
    ('994', 'Tài sản bảo đảm và giấy tờ đang giữ', 'Collateral and papers held')
) as chart(code, name_vi, name_en);
--rollback delete from ledger.memorandum_account where fund_id = 1;
--rollback delete from ledger.account where fund_id = 1;
