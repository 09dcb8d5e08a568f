package vn.coopfund.origination;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;

/**
 * What the appraiser writes of an application, part by part; figures that follow from it are worked out elsewhere. A
 * null says nothing yet: a report saves incomplete.
 *
 * @param legal   every paper of legal standing, in the order of {@link Paper}
 * @param finance the years, oldest first
 * @param cash    a usual year as the appraiser found it; empty where the borrower's own figures count
 */
public record AppraisalReport(List<LegalPaper> legal, Business business, List<FinanceYear> finance,
        List<CashQuarter> cash, Debts debts, View view) {

    /** With nothing said. */
    public static final AppraisalReport EMPTY = new AppraisalReport(null, null, null, null, null, null);

    public AppraisalReport {
        List<LegalPaper> known = given(legal);
        legal = Arrays.stream(Paper.values()).map(paper -> known.stream().filter(one -> one.paper() == paper).findFirst()
                .orElse(new LegalPaper(paper, null, null))).toList();
        business = business == null ? new Business(null, null, null, null, null, null) : business;
        finance = given(finance);
        cash = given(cash);
        debts = debts == null ? new Debts(null, null) : debts;
        view = view == null ? new View(null, null, null, null) : view;
    }

    private static <T> List<T> given(List<T> rows) {
        return rows == null ? List.of() : rows.stream().filter(Objects::nonNull).toList();
    }

    /** The papers that show who the borrower is and who may sign for it. */
    public enum Paper {
        REGISTRATION, CHARTER, MINUTES, AUTHORITY
    }

    /** @param seen null while nobody has looked */
    public record LegalPaper(Paper paper, Boolean seen, String remark) {
    }

    /** Members and management, project and market. */
    public record Business(Integer memberCount, String members, Integer managerYears, String management, String project,
            String market) {
    }

    /**
     * A year's balance sheet and result; amounts in đồng, null where a line was not to be had.
     *
     * @param equity may be below zero
     */
    public record FinanceYear(Integer year, MonetaryAmount currentAssets, MonetaryAmount longAssets,
            MonetaryAmount shortDebt, MonetaryAmount longDebt, MonetaryAmount equity, MonetaryAmount revenue,
            MonetaryAmount expenses) {

        public MonetaryAmount assets() {
            return sum(currentAssets, longAssets);
        }

        public MonetaryAmount liabilities() {
            return sum(shortDebt, longDebt);
        }

        public MonetaryAmount profit() {
            return revenue == null || expenses == null ? null : revenue.subtract(expenses);
        }

        /** False only where all lines are there and do not agree. */
        public boolean balances() {
            return assets() == null || liabilities() == null || equity == null
                    || assets().isEqualTo(liabilities().add(equity));
        }

        private static MonetaryAmount sum(MonetaryAmount one, MonetaryAmount other) {
            return one == null || other == null ? null : one.add(other);
        }
    }

    /** Debts elsewhere, as asked on a day. */
    public record Debts(LocalDate checkedOn, List<OtherDebt> items) {

        public Debts {
            items = given(items);
        }

        public MonetaryAmount total() {
            return items.stream().map(OtherDebt::amount).filter(Objects::nonNull).reduce(Dong.ZERO, MonetaryAmount::add);
        }

        /** The worst group; 0 without debts. Empty while nobody has asked. */
        public OptionalInt worstGroup() {
            return checkedOn == null ? OptionalInt.empty() : OptionalInt.of(items.stream().map(OtherDebt::debtGroup)
                    .filter(Objects::nonNull).mapToInt(Integer::intValue).max().orElse(0));
        }
    }

    /** @param debtGroup 1 to 5, as the lender classified it */
    public record OtherDebt(String lender, MonetaryAmount amount, Integer debtGroup) {
    }

    /** What the officer thinks of it, apart from all figures. */
    public record View(String strengths, String risks, String conditions, String proposal) {
    }

    public long papersSeen() {
        return legal.stream().filter(one -> Boolean.TRUE.equals(one.seen())).count();
    }

    /** Whether anybody has looked at papers of legal standing. */
    public boolean papersLookedAt() {
        return legal.stream().anyMatch(one -> one.seen() != null);
    }

    /** The latest year; null where none is written. */
    public FinanceYear latestYear() {
        return finance.isEmpty() ? null : finance.get(finance.size() - 1);
    }

    // --- the same with one part written anew

    public AppraisalReport legal(List<LegalPaper> now) {
        return new AppraisalReport(now, business, finance, cash, debts, view);
    }

    public AppraisalReport business(Business now) {
        return new AppraisalReport(legal, now, finance, cash, debts, view);
    }

    public AppraisalReport finance(List<FinanceYear> now) {
        return new AppraisalReport(legal, business, now, cash, debts, view);
    }

    public AppraisalReport cash(List<CashQuarter> now) {
        return new AppraisalReport(legal, business, finance, now, debts, view);
    }

    public AppraisalReport debts(Debts now) {
        return new AppraisalReport(legal, business, finance, cash, now, view);
    }

    public AppraisalReport view(View now) {
        return new AppraisalReport(legal, business, finance, cash, debts, now);
    }
}
