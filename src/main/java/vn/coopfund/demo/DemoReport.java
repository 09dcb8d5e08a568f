package vn.coopfund.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;
import vn.coopfund.money.DongFormat;
import vn.coopfund.origination.AppraisalReport;
import vn.coopfund.origination.CashQuarter;

/** A written appraisal report out of {@code reports.csv}: two years of figures, a usual year by quarters, debts elsewhere. */
final class DemoReport {

    private static final String BETWEEN_PARTS = " \\| ";

    private DemoReport() {
    }

    /** @param on the day on which it is written; the figures are of the two years before */
    static AppraisalReport of(String demoCase, LocalDate on) {
        SeedRow row = SeedRow.of("reports").stream().filter(one -> one.text("case").equals(demoCase)).findFirst().orElseThrow();
        return AppraisalReport.EMPTY
                .legal(Arrays.stream(AppraisalReport.Paper.values())
                        .map(paper -> new AppraisalReport.LegalPaper(paper, true, null)).toList())
                .business(new AppraisalReport.Business(row.number("members"), row.text("membersText"),
                        row.number("managerYears"), row.text("management"), row.text("project"), row.text("market")))
                .finance(List.of(year(on.getYear() - 2, row.text("before")), year(on.getYear() - 1, row.text("last"))))
                .cash(cash(row.text("cash").split(BETWEEN_PARTS)))
                .debts(new AppraisalReport.Debts(on, row.has("debts") ? List.of(debt(row.text("debts"))) : List.of()))
                .view(new AppraisalReport.View(row.text("strengths"), row.text("risks"), row.text("conditions"),
                        row.text("proposal")));
    }

    private static AppraisalReport.FinanceYear year(int year, String lines) {
        List<MonetaryAmount> amounts = Arrays.stream(lines.split(" ")).map(DemoReport::amount).toList();
        return new AppraisalReport.FinanceYear(year, amounts.get(0), amounts.get(1), amounts.get(2), amounts.get(3),
                amounts.get(4), amounts.get(5), amounts.get(6));
    }

    private static List<CashQuarter> cash(String[] quarters) {
        return IntStream.range(0, quarters.length).mapToObj(i -> {
            String[] inAndOut = quarters[i].split("-");
            return new CashQuarter(i + 1, amount(inAndOut[0]), amount(inAndOut[1]));
        }).toList();
    }

    /** The lender's name, then amount and group. */
    private static AppraisalReport.OtherDebt debt(String written) {
        String[] words = written.split(" ");
        int end = words.length - 2;
        return new AppraisalReport.OtherDebt(String.join(" ", Arrays.copyOf(words, end)), amount(words[end]),
                Integer.valueOf(words[end + 1]));
    }

    private static MonetaryAmount amount(String written) {
        return Dong.of(DongFormat.parse(written));
    }
}
