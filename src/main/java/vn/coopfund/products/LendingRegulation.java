package vn.coopfund.products;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;
import vn.coopfund.money.Rounding;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.OverdueScope;
import vn.coopfund.schedule.Part;
import vn.coopfund.schedule.QuotedRate;
import vn.coopfund.schedule.Rate;
import vn.coopfund.schedule.RateConversion;
import vn.coopfund.schedule.RateUnit;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.WorkingDayRule;

/**
 * The lending regulation as it stands on a day (Decree 45/2021/NĐ-CP art. 20–27 and 31).
 *
 * @param borrowerKinds          who may borrow (art. 20)
 * @param leastOwnCapital        own capital in percent of the project's total cost, at least
 * @param customerLimit          one customer's loans in percent of the actual charter capital, at most
 * @param groupLimit             the same for a customer with its related persons
 * @param offerValidDays         how long an approval holds, days
 * @param rate                   in-term rate as quoted, percent for each {@code rateUnit}
 * @param rateConversion         how a rate a month becomes one a year; null for a rate a year
 * @param overdueFactor          overdue rate in percent of the in-term rate
 * @param lateInterestRate       on unpaid in-term interest, percent a year
 * @param overdueScope           on what the overdue rate runs
 * @param methods                the ways of repaying that a contract may choose
 * @param monthsBetween          months from one instalment to the next, unless the contract says otherwise
 * @param principalGrace         instalments of interest alone, unless the contract says otherwise
 * @param interestEvery          months from one interest date to the next; null where interest comes with the principal
 * @param instalmentMultiple     regular amounts are rounded to a multiple of this, đồng
 * @param interestFollows        whether interest runs to a due date moved off a day without work
 * @param allocationInTerm       the order in which money meets what is due
 * @param allocationOverdue      the same for a loan past due
 * @param noticeDays             days before a due date on which the borrower is told
 * @param daysAlone              days by which one person alone may date a receipt back
 * @param directorSecuredLimit   up to which the director decides on a secured loan, đồng
 * @param directorUnsecuredLimit the same without security
 * @param authorityCover         what collateral counts for must reach this share of the amount for it to be secured, percent
 * @param councilQuorumPercent   share of the council's seats that must vote
 * @param councilLeastVotes      how many votes must be cast for the council to decide anything
 * @param longestExtensionShort  by how much of its term a loan of at most twelve months may be extended in all, percent
 * @param longestExtension       the same for a longer loan
 * @param generalProvision       percent of the principal in groups 1 to 4
 * @param smallestLoan           no application asks for less, đồng
 * @param secondOnSite           whether an appraisal needs a second person on the visit
 * @param badDebtCheckDays       how old the check for bad debt may be at the first disbursement, days
 * @param debtRules              which set of rules groups the debts
 * @param firstInspectionDays    days after the first money left on which the use of a loan is inspected
 * @param inspectionMonths       months from one such inspection to the next
 * @param recallDays             days that a borrower has at least, from the notice on, to pay a loan that is called back
 * @param supplementDays         days in which papers asked for must come before the file lapses
 */
public record LendingRegulation(LocalDate inForceFrom, String paper, Set<EligibleBorrower> borrowerKinds,
        BigDecimal leastOwnCapital, BigDecimal customerLimit, BigDecimal groupLimit, int longestTermMonths,
        int offerValidDays, BigDecimal rate, RateUnit rateUnit, RateConversion rateConversion,
        BigDecimal overdueFactor, BigDecimal lateInterestRate, OverdueScope overdueScope, Set<RepaymentMethod> methods,
        RepaymentMethod defaultMethod, int monthsBetween, int principalGrace, Integer interestEvery,
        MonetaryAmount instalmentMultiple, DayCount dayCount, Rounding interestRounding, WorkingDayRule workingDays,
        boolean interestFollows, List<Part> allocationInTerm, List<Part> allocationOverdue, int noticeDays, int daysAlone,
        MonetaryAmount directorSecuredLimit, MonetaryAmount directorUnsecuredLimit, BigDecimal authorityCover,
        int councilQuorumPercent, int councilLeastVotes, int longestExtensionShort, int longestExtension,
        BigDecimal generalProvision, MonetaryAmount smallestLoan, boolean secondOnSite, int badDebtCheckDays, DebtRules debtRules, int firstInspectionDays, int inspectionMonths,
        int recallDays, int supplementDays) {

    /** Up to which a loan is short-term. */
    private static final int SHORT_TERM_MONTHS = 12;
    /** No rate is higher, percent a year (Civil Code 2015 art. 468). */
    public static final BigDecimal HIGHEST_RATE = BigDecimal.valueOf(20);

    /** Whether a rate is more a year than the law lets anybody take. */
    public static boolean isBeyondLaw(QuotedRate rate) {
        Rate most = Rate.percentAYear(HIGHEST_RATE);
        Rate yearly = rate.yearly();
        return yearly.numerator().multiply(most.denominator())
                .compareTo(most.numerator().multiply(yearly.denominator())) > 0;
    }

    /** The in-term rate in percent a year, to six decimals: to show and to estimate with, never to charge. */
    public BigDecimal yearlyRate() {
        Rate yearly = quotedRate().yearly();
        return new BigDecimal(yearly.numerator()).movePointRight(2)
                .divide(new BigDecimal(yearly.denominator()), 6, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    /** The in-term rate with its unit and what makes a year of it. */
    public QuotedRate quotedRate() {
        return new QuotedRate(rate, rateUnit, rateConversion);
    }

    /** By how many months a loan of this original term may be extended in all. */
    public int longestExtensionMonths(int termMonths) {
        return termMonths * (termMonths <= SHORT_TERM_MONTHS ? longestExtensionShort : longestExtension) / 100;
    }

    /** Whether what the collateral counts for is enough to take the amount for secured where the authority is found. */
    public boolean isSecuredBy(MonetaryAmount counted, MonetaryAmount amount) {
        return counted.isPositive() && BigDecimal.valueOf(Dong.longOf(counted)).movePointRight(2)
                .compareTo(BigDecimal.valueOf(Dong.longOf(amount)).multiply(authorityCover)) >= 0;
    }

    /** Up to which amount the director decides alone; above, the management council. */
    public MonetaryAmount directorLimit(boolean secured) {
        return secured ? directorSecuredLimit : directorUnsecuredLimit;
    }
}
