package vn.coopfund.reporting;

import static vn.coopfund.reporting.Report.BOOKKEEPERS;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Role;
import vn.coopfund.reporting.Report.Desk;

/**
 * The statements of Circular 99/2025/TT-BTC in outline: each line is named with the accounts under it. What of the
 * result is not closed yet stands with 421, so that closing a year moves no line.
 */
@Component
class StatementReports implements ReportShelf {

    private static final Set<Role> READERS = EnumSet.copyOf(BOOKKEEPERS);

    static {
        READERS.addAll(EnumSet.of(Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR, Role.ALLIANCE_VIEWER));
    }

    /**
     * A line of a statement.
     *
     * @param accounts regular expression of the leaf accounts that stand in it
     * @param sign     1 where debits count up, -1 where credits do
     */
    private record Item(String code, String vi, String en, String accounts, int sign) {

        String sql() {
            return "('" + code + "', '" + vi + "', '" + en + "', '" + accounts + "', " + sign + ")";
        }
    }

    private static final List<Item> POSITION = List.of(
            new Item("100", "A. TÀI SẢN NGẮN HẠN", "A. CURRENT ASSETS", "^(11|12|13|14|229|242)", 1),
            new Item("110", "I. Tiền và các khoản tương đương tiền", "I. Cash and cash equivalents", "^11", 1),
            new Item("120", "II. Đầu tư nắm giữ đến ngày đáo hạn", "II. Investments held to maturity", "^1281", 1),
            new Item("130", "III. Các khoản phải thu", "III. Receivables", "^(1283|13|14|229)", 1),
            new Item("131", "1. Phải thu của khách hàng", "1. Trade receivables", "^131", 1),
            new Item("135", "2. Phải thu về cho vay", "2. Loans", "^1283", 1),
            new Item("136", "3. Phải thu khác", "3. Other receivables", "^(138|141)", 1),
            new Item("137", "4. Dự phòng phải thu khó đòi", "4. Provision for doubtful receivables", "^229", 1),
            new Item("150", "IV. Tài sản ngắn hạn khác", "IV. Other current assets", "^242", 1),
            new Item("200", "B. TÀI SẢN DÀI HẠN", "B. NON-CURRENT ASSETS", "^21", 1),
            new Item("222", "1. Nguyên giá tài sản cố định", "1. Fixed assets at cost", "^(211|213)", 1),
            new Item("223", "2. Giá trị hao mòn lũy kế", "2. Accumulated depreciation", "^214", 1),
            new Item("270", "TỔNG CỘNG TÀI SẢN", "TOTAL ASSETS", "^[12]", 1),
            new Item("300", "C. NỢ PHẢI TRẢ", "C. LIABILITIES", "^3", -1),
            new Item("311", "1. Phải trả người bán", "1. Trade payables", "^331", -1),
            new Item("313", "2. Thuế và các khoản phải nộp Nhà nước", "2. Taxes and dues to the State", "^333", -1),
            new Item("314", "3. Phải trả người lao động", "3. Payables to employees", "^334", -1),
            new Item("315", "4. Chi phí phải trả", "4. Accrued expenses", "^335", -1),
            new Item("318", "5. Doanh thu chờ phân bổ", "5. Deferred revenue", "^3387", -1),
            new Item("319", "6. Phải trả khác", "6. Other payables", "^3388", -1),
            new Item("320", "7. Vay và nhận ủy thác", "7. Borrowed and entrusted money", "^341", -1),
            new Item("322", "8. Quỹ khen thưởng, phúc lợi", "8. Bonus and welfare fund", "^353", -1),
            new Item("400", "D. VỐN CHỦ SỞ HỮU", "D. EQUITY", "^[456789]", -1),
            new Item("411", "1. Vốn góp của chủ sở hữu", "1. Capital contributed by the owner", "^4111", -1),
            new Item("414", "2. Vốn khác của chủ sở hữu", "2. Other capital of the owner", "^4118", -1),
            new Item("418", "3. Quỹ đầu tư phát triển", "3. Investment and development fund", "^414", -1),
            new Item("420", "4. Quỹ khác thuộc vốn chủ sở hữu", "4. Other funds in equity", "^418", -1),
            new Item("421", "5. Lợi nhuận sau thuế chưa phân phối", "5. Undistributed result after tax", "^(421|[56789])", -1),
            new Item("440", "TỔNG CỘNG NGUỒN VỐN", "TOTAL LIABILITIES AND EQUITY", "^[3456789]", -1));

    private static final List<Item> RESULT = List.of(
            new Item("01", "1. Doanh thu cung cấp dịch vụ", "1. Revenue from services", "^511", -1),
            new Item("21", "2. Doanh thu hoạt động tài chính", "2. Financial income", "^515", -1),
            new Item("22", "3. Chi phí tài chính", "3. Financial expenses", "^635", 1),
            new Item("26", "4. Chi phí quản lý", "4. Administrative expenses", "^642", 1),
            new Item("30", "5. Lợi nhuận thuần từ hoạt động", "5. Net operating result", "^(511|515|635|642)", -1),
            new Item("31", "6. Thu nhập khác", "6. Other income", "^711", -1),
            new Item("32", "7. Chi phí khác", "7. Other expenses", "^811", 1),
            new Item("40", "8. Lợi nhuận khác", "8. Other result", "^[78]1", -1),
            new Item("50", "9. Tổng lợi nhuận kế toán trước thuế", "9. Result before tax", "^(5|6|711|811)", -1),
            new Item("51", "10. Chi phí thuế thu nhập doanh nghiệp", "10. Corporate income tax", "^821", 1),
            new Item("60", "11. Lợi nhuận sau thuế", "11. Result after tax", "^[5678]", -1));

    @Override
    public List<Report> reports() {
        return List.of(
                Report.of("financial-position", Desk.STATEMENTS, READERS, Parameter.DAY).book("B01-DN")
                        .text("lineName", "lineCode").add(Column.Kind.DONG, "atEnd", "atYearStart").inOrder()
                        .sql(with(POSITION) + """
                        select case when :english then item.en else item.vi end, item.code,
                               coalesce(sum(item.sign * (p.debit - p.credit)), 0)::bigint,
                               coalesce(sum(item.sign * (p.debit - p.credit)) filter (where p.booked_on < :first), 0)::bigint
                        from item left join ledger.posting p
                          on p.fund_id = :fund and p.booked_on <= :to and p.account ~ item.accounts
                        group by item.code, item.vi, item.en order by item.code"""),
                Report.of("income", Desk.STATEMENTS, READERS, Parameter.PERIOD).book("B02-DN")
                        .text("lineName", "lineCode").add(Column.Kind.DONG, "thisPeriod", "yearBefore").inOrder()
                        .sql(with(RESULT) + """
                        select case when :english then item.en else item.vi end, item.code,
                               coalesce(sum(item.sign * (p.debit - p.credit))
                                   filter (where p.booked_on between :from and :to), 0)::bigint,
                               coalesce(sum(item.sign * (p.debit - p.credit)) filter (where p.booked_on
                                   between :from::date - interval '1 year' and :to::date - interval '1 year'), 0)::bigint
                        from item left join ledger.posting p on p.fund_id = :fund and p.account ~ item.accounts
                          and p.booked_on between :from::date - interval '1 year' and :to
                          and not exists (select 1 from ledger.posting closing where closing.entry_id = p.entry_id
                              and closing.booked_on = p.booked_on and closing.account = any ((select ledger.accounts(:fund, 'year.result', 'result'))::text[]))
                        group by item.code, item.vi, item.en order by item.code"""));
    }

    private static String with(List<Item> items) {
        return items.stream().map(Item::sql)
                .collect(Collectors.joining(",\n", "with item(code, vi, en, accounts, sign) as (values ", ")\n"));
    }
}
