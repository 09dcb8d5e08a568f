package vn.coopfund.origination;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/** What a report may say at all: it saves incomplete, but never impossible. */
final class ReportRules {

    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_NAME = 300;
    private static final int MOST_YEARS = 2;
    private static final int MOST_DEBTS = 20;
    private static final int WORST_GROUP = 5;
    private static final int FIRST_YEAR = 1990;
    private static final int MOST_PEOPLE = 1_000_000;
    private static final int MOST_MANAGER_YEARS = 80;

    private ReportRules() {
    }

    static void refuseImpossible(AppraisalReport report, LocalDate today) {
        Refusal.Problems problems = new Refusal.Problems();
        for (int i = 0; i < report.legal().size(); i++) {
            text(problems, "legal[" + i + "].remark", report.legal().get(i).remark(), LONGEST_NAME);
        }
        business(problems, report.business());
        finance(problems, report.finance(), today);
        cash(problems, report.cash());
        debts(problems, report.debts(), today);
        AppraisalReport.View view = report.view();
        text(problems, "view.strengths", view.strengths(), LONGEST_TEXT);
        text(problems, "view.risks", view.risks(), LONGEST_TEXT);
        text(problems, "view.conditions", view.conditions(), LONGEST_TEXT);
        text(problems, "view.proposal", view.proposal(), LONGEST_TEXT);
        problems.refuseIfAny();
    }

    private static void business(Refusal.Problems problems, AppraisalReport.Business business) {
        problems.addIf(isOutside(business.memberCount(), 0, MOST_PEOPLE), "business.memberCount",
                        "origination.report.memberCount.impossible")
                .addIf(isOutside(business.managerYears(), 0, MOST_MANAGER_YEARS), "business.managerYears",
                        "origination.report.managerYears.impossible");
        text(problems, "business.members", business.members(), LONGEST_TEXT);
        text(problems, "business.management", business.management(), LONGEST_TEXT);
        text(problems, "business.project", business.project(), LONGEST_TEXT);
        text(problems, "business.market", business.market(), LONGEST_TEXT);
    }

    private static void finance(Refusal.Problems problems, List<AppraisalReport.FinanceYear> years, LocalDate today) {
        problems.addIf(years.size() > MOST_YEARS, "finance", "origination.report.finance.too-many")
                .addIf(years.stream().map(AppraisalReport.FinanceYear::year).filter(Objects::nonNull).distinct().count()
                        < years.stream().filter(year -> year.year() != null).count(), "finance",
                        "origination.report.finance.twice");
        for (int i = 0; i < years.size(); i++) {
            AppraisalReport.FinanceYear year = years.get(i);
            String row = "finance[" + i + "].";
            problems.addIf(year.year() == null || isOutside(year.year(), FIRST_YEAR, today.getYear()), row + "year",
                    "origination.report.year.impossible", String.valueOf(today.getYear()));
            amount(problems, row + "currentAssets", year.currentAssets());
            amount(problems, row + "longAssets", year.longAssets());
            amount(problems, row + "shortDebt", year.shortDebt());
            amount(problems, row + "longDebt", year.longDebt());
            amount(problems, row + "equity", year.equity() == null ? null : year.equity().abs());
            amount(problems, row + "revenue", year.revenue());
            amount(problems, row + "expenses", year.expenses());
            problems.addIf(!year.balances(), row + "equity", "origination.report.unbalanced",
                    year.balances() ? null : year.assets(), year.balances() ? null : year.liabilities().add(year.equity()));
        }
    }

    private static void cash(Refusal.Problems problems, List<CashQuarter> quarters) {
        problems.addIf(quarters.stream().anyMatch(one -> isOutside(one.quarter(), 1, 4))
                || quarters.stream().map(CashQuarter::quarter).distinct().count() < quarters.size(), "cash",
                "origination.quarters.impossible");
        for (int i = 0; i < quarters.size(); i++) {
            amount(problems, "cash[" + i + "].income", quarters.get(i).income());
            amount(problems, "cash[" + i + "].cost", quarters.get(i).cost());
        }
    }

    private static void debts(Refusal.Problems problems, AppraisalReport.Debts debts, LocalDate today) {
        problems.addIf(debts.checkedOn() != null && debts.checkedOn().isAfter(today), "debts.checkedOn",
                        "origination.date.future", today)
                .addIf(debts.items().size() > MOST_DEBTS, "debts.items", "origination.report.debts.too-many", MOST_DEBTS);
        for (int i = 0; i < debts.items().size(); i++) {
            AppraisalReport.OtherDebt debt = debts.items().get(i);
            String row = "debts.items[" + i + "].";
            problems.addIf(debt.lender() == null || debt.lender().isBlank(), row + "lender", "origination.report.lender.needed")
                    .addIf(debt.amount() == null, row + "amount", "origination.report.debt-amount.needed")
                    .addIf(isOutside(debt.debtGroup(), 1, WORST_GROUP), row + "debtGroup",
                            "origination.report.debtGroup.impossible");
            text(problems, row + "lender", debt.lender(), LONGEST_NAME);
            amount(problems, row + "amount", debt.amount());
        }
    }

    private static boolean isOutside(Integer number, int least, int most) {
        return number != null && (number < least || number > most);
    }

    private static void amount(Refusal.Problems problems, String field, MonetaryAmount amount) {
        problems.addIf(amount != null && amount.isNegative(), field, "origination.amount.negative")
                .addIf(amount != null && amount.isGreaterThan(Dong.LARGEST), field, "origination.amount.too-large", Dong.LARGEST);
    }

    private static void text(Refusal.Problems problems, String field, String text, int most) {
        problems.addIf(text != null && text.length() > most, field, "origination.text.too-long", most);
    }
}
