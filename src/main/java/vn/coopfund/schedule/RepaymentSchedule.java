package vn.coopfund.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A loan's rows and their totals, in đồng. Whatever is not rounded away is in the last row.
 *
 * <p>Worked example (500,000,000 at 6.6 % a year, ACT/365, disbursed 15/01/2026, 8 quarterly equal principals):
 * row 1 is due 15/04/2026 after 90 days with principal 500,000,000 / 8 = 62,500,000 and interest
 * 500,000,000 · 0.066 · 90 / 365 = 8,136,986; the interest of all rows is 37,045,890.
 */
public record RepaymentSchedule(List<Row> rows, Totals totals) {

    /**
     * One row.
     *
     * @param from the day after which its interest starts (that day does not earn, {@code dueOn} does)
     * @param dueOn the day to pay, moved off days without work
     * @param days calendar days of interest, whatever the day count
     * @param balance what is owed of the principal after this row
     */
    public record Row(int number, LocalDate from, LocalDate dueOn, int days,
            long principal, long interest, long payment, long balance) {
    }

    /** The sums of the rows. */
    public record Totals(long principal, long interest, long payment) {
    }

    public RepaymentSchedule {
        rows = List.copyOf(rows);
    }

    /**
     * The schedule of these terms.
     *
     * @param calendar the working days that due dates are moved by
     * @throws IllegalArgumentException if the terms have {@link RepaymentTerms#violations violations}
     */
    public static RepaymentSchedule of(RepaymentTerms terms, WorkingDays calendar) {
        return of(terms, new TermsCheck(terms, calendar).dates());
    }

    /** The part of a year for which each row bears interest, as {@link DayCount#yearFraction} writes it. */
    static List<String> yearFractions(RepaymentTerms terms, WorkingDays calendar) {
        List<DueDate> dates = new TermsCheck(terms, calendar).dates();
        DayLine line = new DayLine(terms.dayCount(), dates);
        List<String> fractions = new ArrayList<>(dates.size());
        LocalDate from = terms.disbursedOn();
        for (DueDate due : dates) {
            fractions.add(line.yearFraction(from, due.accruesTo()));
            from = due.accruesTo();
        }
        return fractions;
    }

    static RepaymentSchedule of(RepaymentTerms terms, List<DueDate> dates) {
        DayLine line = new DayLine(terms.dayCount(), dates);
        InterestBasis basis = new InterestBasis(terms.rate().yearly(), terms.dayCount());
        PrincipalPlan plan = PrincipalPlan.of(terms, dates, line, basis);
        Drawings drawings = new Drawings(terms, line, basis);
        Row[] rows = new Row[dates.size()];
        long principal = 0;
        long interest = 0;
        LocalDate from = terms.disbursedOn();
        long fromDay = from.toEpochDay();
        for (int i = 0; i < rows.length; i++) {
            DueDate due = dates.get(i);
            long toDay = due.accruesTo().toEpochDay();
            rows[i] = row(i + 1, from, due, (int) (toDay - fromDay), i + 1 == rows.length, plan, drawings);
            principal += rows[i].principal();
            interest += rows[i].interest();
            from = due.accruesTo();
            fromDay = toDay;
        }
        return new RepaymentSchedule(List.of(rows), new Totals(principal, interest, principal + interest));
    }

    private static Row row(int number, LocalDate from, DueDate due, int days, boolean last, PrincipalPlan plan,
            Drawings drawings) {
        long interest = drawings.runThrough(due.accruesTo());
        long wanted = due.principal() < 0 ? 0 : plan.principal(due, interest);
        long principal = last ? drawings.balance() : Math.min(wanted, drawings.balance());
        drawings.repay(principal);
        return new Row(number, from, due.dueOn(), days, principal, interest, principal + interest,
                drawings.balance());
    }
}
