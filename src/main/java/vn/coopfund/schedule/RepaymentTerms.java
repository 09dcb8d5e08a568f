package vn.coopfund.schedule;

import java.time.LocalDate;
import java.util.List;
import vn.coopfund.money.Rounding;

/**
 * What a contract says about paying back. Build one with {@link #lend}; ask {@link #violations} before
 * {@link RepaymentSchedule#of} if the terms come from outside.
 *
 * <p>Worked example, the fund's usual loan:
 * <pre>{@code
 * RepaymentTerms.lend(500_000_000, LocalDate.parse("2026-01-15"))
 *     .at(QuotedRate.aYear("6.6"), DayCount.ACT_365)
 *     .repay(RepaymentMethod.EQUAL_PRINCIPAL, 8, Rhythm.months(3))
 *     .terms();
 * }</pre>
 *
 * @param principal đồng, up to 10¹⁵
 * @param instalments principal dates, grace included; with {@code CUSTOM} the number of {@code principals}
 * @param every the rhythm of the principal dates; null with {@code CUSTOM}
 * @param firstDueOn the first principal date if it is not one rhythm after the disbursement, else null
 * @param principals the rows of {@code CUSTOM}, else empty
 * @param principalGrace principal dates on which interest alone is paid
 * @param interestEvery an own rhythm for interest that divides {@code every}, else null
 * @param instalmentMultiple the regular amount is rounded half-up to a multiple of this; 1 for the đồng itself
 * @param interestFollows whether days and the next row's start use a moved due date
 * @param tranches how the principal is paid out; empty means all of it on {@code disbursedOn}
 */
public record RepaymentTerms(
        long principal,
        LocalDate disbursedOn,
        QuotedRate rate,
        RepaymentMethod method,
        int instalments,
        Rhythm every,
        LocalDate firstDueOn,
        DayCount dayCount,
        List<PrincipalDue> principals,
        int principalGrace,
        Rhythm interestEvery,
        long instalmentMultiple,
        WorkingDayRule workingDays,
        boolean interestFollows,
        List<Tranche> tranches,
        Rounding interestRounding) {

    /** The most rows a schedule may have. */
    public static final int MOST_ROWS = 600;

    /** The largest principal in đồng. */
    public static final long MOST_PRINCIPAL = 1_000_000_000_000_000L;

    public RepaymentTerms {
        principals = List.copyOf(principals);
        tranches = List.copyOf(tranches);
    }

    /** Starts a builder; everything optional has the default of the interface. */
    public static TermsBuilder lend(long principal, LocalDate disbursedOn) {
        return new TermsBuilder(principal, disbursedOn);
    }

    /** What is wrong with these terms, one entry an error; empty if a schedule can be made. */
    public List<Violation> violations(WorkingDays calendar) {
        return new TermsCheck(this, calendar).violations();
    }

    /** The tranches, or the one that is meant when none is named. */
    List<Tranche> payouts() {
        return tranches.isEmpty() ? List.of(new Tranche(disbursedOn, principal)) : tranches;
    }

    Rhythm interestRhythm() {
        return interestEvery == null ? every : interestEvery;
    }
}
