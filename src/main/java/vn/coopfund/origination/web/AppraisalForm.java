package vn.coopfund.origination.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import vn.coopfund.origination.AppraisalFile;
import vn.coopfund.origination.AppraisalReport;
import vn.coopfund.origination.CashQuarter;

/** The report's form; each step fills in some of its fields, which are bound directly. */
class AppraisalForm {

    private static final int YEARS = 2;
    private static final int QUARTERS = 4;
    private static final int DEBTS = 5;
    private static final Pattern ROW = Pattern.compile("(?:debts\\.)?(finance|items)\\[(\\d+)](.*)");

    /** What its writer had before the eyes. */
    private Integer version;
    private List<LegalRow> legal = rows(AppraisalReport.Paper.values().length, LegalRow::new);
    private Integer memberCount;
    private String members;
    private Integer managerYears;
    private String management;
    private String project;
    private String market;
    private List<YearRow> finance = rows(YEARS, YearRow::new);
    private List<CashRow> cash = rows(QUARTERS, CashRow::new);
    private LocalDate checkedOn;
    private List<DebtRow> items = rows(DEBTS, DebtRow::new);
    private String strengths;
    private String risks;
    private String conditions;
    private String proposal;

    static class LegalRow {
        private Boolean seen;
        private String remark;
    }

    static class YearRow {
        private Integer year;
        private MonetaryAmount currentAssets;
        private MonetaryAmount longAssets;
        private MonetaryAmount shortDebt;
        private MonetaryAmount longDebt;
        private MonetaryAmount equity;
        private MonetaryAmount revenue;
        private MonetaryAmount expenses;

        private boolean isEmpty() {
            return Stream.of(currentAssets, longAssets, shortDebt, longDebt, equity, revenue, expenses).allMatch(one -> one == null);
        }

        private AppraisalReport.FinanceYear content() {
            return new AppraisalReport.FinanceYear(year, currentAssets, longAssets, shortDebt, longDebt, equity, revenue, expenses);
        }
    }

    static class CashRow {
        private MonetaryAmount income;
        private MonetaryAmount cost;
    }

    static class DebtRow {
        private String lender;
        private MonetaryAmount amount;
        private Integer debtGroup;

        private boolean isEmpty() {
            return text(lender) == null && amount == null && debtGroup == null;
        }
    }

    private static <T> List<T> rows(int count, Supplier<T> empty) {
        return new ArrayList<>(Stream.generate(empty).limit(count).toList());
    }

    /** @param usually the cash flow to begin with where the report has none of its own; two years up to the last */
    static AppraisalForm of(AppraisalFile.Report report, List<CashQuarter> usually, int lastYear) {
        AppraisalForm form = new AppraisalForm();
        AppraisalReport content = report.content();
        form.version = report.version();
        for (int i = 0; i < content.legal().size(); i++) {
            form.legal.get(i).seen = content.legal().get(i).seen();
            form.legal.get(i).remark = content.legal().get(i).remark();
        }
        AppraisalReport.Business business = content.business();
        form.memberCount = business.memberCount();
        form.members = business.members();
        form.managerYears = business.managerYears();
        form.management = business.management();
        form.project = business.project();
        form.market = business.market();
        for (int i = 0; i < YEARS; i++) {
            form.finance.get(i).year = lastYear - YEARS + 1 + i;
        }
        for (int i = 0; i < content.finance().size(); i++) {
            form.read(form.finance.get(i), content.finance().get(i));
        }
        (content.cash().isEmpty() ? usually : content.cash()).forEach(quarter -> {
            form.cash.get(quarter.quarter() - 1).income = quarter.income();
            form.cash.get(quarter.quarter() - 1).cost = quarter.cost();
        });
        form.checkedOn = content.debts().checkedOn();
        form.items.addAll(rows(Math.max(0, content.debts().items().size() - DEBTS), DebtRow::new));
        for (int i = 0; i < content.debts().items().size(); i++) {
            AppraisalReport.OtherDebt debt = content.debts().items().get(i);
            form.items.get(i).lender = debt.lender();
            form.items.get(i).amount = debt.amount();
            form.items.get(i).debtGroup = debt.debtGroup();
        }
        form.strengths = content.view().strengths();
        form.risks = content.view().risks();
        form.conditions = content.view().conditions();
        form.proposal = content.view().proposal();
        return form;
    }

    private void read(YearRow row, AppraisalReport.FinanceYear year) {
        row.year = year.year();
        row.currentAssets = year.currentAssets();
        row.longAssets = year.longAssets();
        row.shortDebt = year.shortDebt();
        row.longDebt = year.longDebt();
        row.equity = year.equity();
        row.revenue = year.revenue();
        row.expenses = year.expenses();
    }

    /** What a step shows is what is meant, also where it came back empty; what it does not show stays. */
    AppraisalReport over(AppraisalReport now, int step) {
        return switch (step) {
            case 1 -> now.legal(IntStream.range(0, Math.min(legal.size(), AppraisalReport.Paper.values().length))
                    .mapToObj(i -> new AppraisalReport.LegalPaper(AppraisalReport.Paper.values()[i], legal.get(i).seen,
                            text(legal.get(i).remark))).toList());
            case 2 -> now.business(new AppraisalReport.Business(memberCount, text(members), managerYears, text(management),
                    text(project), text(market)));
            case 3 -> now.finance(finance.stream().filter(row -> !row.isEmpty()).map(YearRow::content).toList());
            case 4 -> now.cash(cash());
            case 5 -> now.debts(new AppraisalReport.Debts(checkedOn, items.stream().filter(row -> !row.isEmpty())
                    .map(row -> new AppraisalReport.OtherDebt(text(row.lender), row.amount, row.debtGroup)).toList()));
            case 6 -> now.view(new AppraisalReport.View(text(strengths), text(risks), text(conditions), text(proposal)));
            default -> now;
        };
    }

    /** All four, once something is said of one. */
    private List<CashQuarter> cash() {
        return cash.stream().allMatch(row -> row.income == null && row.cost == null) ? List.of()
                : IntStream.rangeClosed(1, Math.min(QUARTERS, cash.size())).mapToObj(quarter -> new CashQuarter(quarter,
                        cash.get(quarter - 1).income, cash.get(quarter - 1).cost)).toList();
    }

    /** Where a field of the report stands on the form: parts lie side by side here, and empty rows are not saved. */
    String nameOf(String field) {
        Matcher row = ROW.matcher(field);
        if (!row.matches()) {
            return field.replaceFirst("^(business|debts|view)\\.", "");
        }
        int saved = Integer.parseInt(row.group(2));
        boolean years = row.group(1).equals("finance");
        int[] filled = IntStream.range(0, years ? finance.size() : items.size())
                .filter(i -> years ? !finance.get(i).isEmpty() : !items.get(i).isEmpty()).toArray();
        return row.group(1) + "[" + (saved < filled.length ? filled[saved] : saved) + "]" + row.group(3);
    }

    /** How many rows of debts the page shows. */
    int debtRows() {
        return items.size();
    }

    Integer version() {
        return version;
    }

    private static String text(String written) {
        return written == null || written.isBlank() ? null : written.strip();
    }
}
