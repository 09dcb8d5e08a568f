package vn.coopfund.servicing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;
import vn.coopfund.money.Rounding;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.LoanTerms;
import vn.coopfund.schedule.OverdueScope;
import vn.coopfund.schedule.Part;
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.schedule.QuotedRate;
import vn.coopfund.schedule.RateConversion;
import vn.coopfund.schedule.RateUnit;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.schedule.Rhythm;
import vn.coopfund.schedule.Tranche;
import vn.coopfund.schedule.WorkingDayRule;

/**
 * What the contract says about interest and repayment, frozen at signing. The rows agreed one by one (dates of
 * principal, tranches) stand beside it: {@link Loan#terms} puts both together.
 *
 * @param rate               as the contract quotes it, percent for each {@code rateUnit}
 * @param rateConversion     how a rate a month becomes one a year; null for a rate a year
 * @param overdueFactor      the overdue rate in percent of the rate, at most 150
 * @param lateInterestRate   on unpaid in-term interest, percent a year, at most 10
 * @param instalments        principal dates, grace included
 * @param monthsBetween      months from one principal date to the next; null with {@code CUSTOM}
 * @param plannedOn          the disbursement day by the contract; due dates count from it wherever the money leaves
 * @param principalGrace     principal dates on which interest alone is paid
 * @param interestEvery      months from one interest date to the next; null where interest comes with the principal
 * @param instalmentMultiple regular amounts are rounded to a multiple of this, đồng
 * @param interestFollows    whether interest runs to a due date moved off a day without work
 * @param allocationInTerm   the order in which money meets what is due, the parts parted by commas
 * @param allocationOverdue  the same for a loan past due
 */
@Embeddable
public record Conventions(
        MonetaryAmount principal,
        @Column(name = "annual_rate") BigDecimal rate,
        @Enumerated(EnumType.STRING) RateUnit rateUnit,
        @Enumerated(EnumType.STRING) RateConversion rateConversion,
        BigDecimal overdueFactor,
        BigDecimal lateInterestRate,
        @Enumerated(EnumType.STRING) DayCount dayCount,
        @Enumerated(EnumType.STRING) RepaymentMethod method,
        int instalments,
        Integer monthsBetween,
        LocalDate plannedOn,
        LocalDate firstDueOn,
        int principalGrace,
        Integer interestEvery,
        long instalmentMultiple,
        @Enumerated(EnumType.STRING) WorkingDayRule workingDays,
        boolean interestFollows,
        @Enumerated(EnumType.STRING) Rounding interestRounding,
        @Enumerated(EnumType.STRING) OverdueScope overdueScope,
        String allocationInTerm,
        String allocationOverdue) {

    /** The last principal date where dates follow a rhythm. */
    LocalDate lastDueOn() {
        return firstDueOn.plusMonths((long) monthsBetween * (instalments - 1));
    }

    static Conventions of(LoanTerms loan) {
        RepaymentTerms terms = loan.repayment();
        return new Conventions(Dong.of(terms.principal()), terms.rate().percent(), terms.rate().unit(),
                terms.rate().conversion(), loan.overduePercent(), loan.latePercent(), terms.dayCount(),
                terms.method(), terms.instalments(), months(terms.every()), terms.disbursedOn(), firstDueOn(terms),
                terms.principalGrace(), months(terms.interestEvery()), terms.instalmentMultiple(), terms.workingDays(),
                terms.interestFollows(), terms.interestRounding(), loan.overdueScope(),
                written(loan.inTermOrder()), written(loan.overdueOrder()));
    }

    /** The rate with its unit and what makes a year of it. */
    public QuotedRate quoted() {
        return new QuotedRate(rate, rateUnit, rateConversion);
    }

    /** The same for the arithmetic of schedules, with the rows agreed one by one. */
    LoanTerms terms(List<PrincipalDue> principals, List<Tranche> tranches) {
        RepaymentTerms repayment = new RepaymentTerms(Dong.longOf(principal), plannedOn, quoted(), method, instalments,
                rhythm(monthsBetween), firstDueOn, dayCount, principals, principalGrace, rhythm(interestEvery),
                instalmentMultiple, workingDays, interestFollows, tranches, interestRounding);
        return new LoanTerms(repayment, overdueFactor, lateInterestRate, overdueScope, Part.order(allocationInTerm),
                Part.order(allocationOverdue));
    }

    /** The same from another day of disbursement and another first due date. */
    Conventions from(LocalDate disbursedOn, LocalDate firstDue) {
        return new Conventions(principal, rate, rateUnit, rateConversion, overdueFactor, lateInterestRate, dayCount, method,
                instalments, monthsBetween, disbursedOn, firstDue, principalGrace, interestEvery, instalmentMultiple,
                workingDays, interestFollows, interestRounding, overdueScope, allocationInTerm, allocationOverdue);
    }

    private static String written(List<Part> order) {
        return order.stream().map(Part::name).collect(Collectors.joining(","));
    }

    /** Said outright: one rhythm after the disbursement is the same whether the contract names it or not. */
    private static LocalDate firstDueOn(RepaymentTerms terms) {
        if (terms.firstDueOn() != null) {
            return terms.firstDueOn();
        }
        return terms.method() == RepaymentMethod.CUSTOM ? terms.principals().get(0).dueOn()
                : terms.every().from(terms.disbursedOn(), 1);
    }

    private static Rhythm rhythm(Integer months) {
        return months == null ? null : Rhythm.months(months);
    }

    /** Contracts count in months; another unit is a mistake of the program. */
    private static Integer months(Rhythm rhythm) {
        if (rhythm == null) {
            return null;
        }
        return switch (rhythm.unit()) {
            case MONTH -> rhythm.count();
            case YEAR -> 12 * rhythm.count();
            case DAY, WEEK -> throw new IllegalArgumentException("no contract counts in " + rhythm.unit());
        };
    }
}
