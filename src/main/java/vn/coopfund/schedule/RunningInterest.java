package vn.coopfund.schedule;

import java.math.BigInteger;
import vn.coopfund.money.Rounding;

/**
 * One line of interest that runs after a day. Until the loan's next event its amount through a later day is
 * <pre>{@code rounding((exact + balance * (dayCount.position(day) - positionFrom) * perUnit) / whole)}</pre>
 * so that bulk SQL can carry many loans forward with this formula alone.
 *
 * <p>Worked example: 500,000,000 at 6.6 % on ACT/365, disbursed 15/01/2026, seen at the close of that day: exact 0,
 * perUnit 33, whole 182,500; 90 positions later the amount is 500,000,000 · 90 · 33 / 182,500 = 8,136,986.
 *
 * @param row the number of the row that it is owed on
 * @param balance what bears it, in đồng
 * @param exact the numerator over {@code whole} of all that ran on this row so far, paid or not
 * @param positionFrom the day count's position from which it runs on
 * @param accrued the amount through the day of the position, paid or not
 */
public record RunningInterest(Kind kind, int row, long balance, BigInteger exact, BigInteger perUnit,
        BigInteger whole, long positionFrom, long accrued, Rounding rounding) {

    /** Which rate runs. */
    public enum Kind {

        /** The contract rate on principal that is not overdue. */
        IN_TERM,

        /** The overdue rate on overdue principal. */
        OVERDUE,

        /** The rate on unpaid in-term interest. */
        LATE
    }

    /** All that ran on the row through a later position, paid or not, in whole đồng. */
    public long amountAt(long position) {
        BigInteger more = BigInteger.valueOf(balance).multiply(BigInteger.valueOf(position - positionFrom));
        return rounding.divide(exact.add(more.multiply(perUnit)), whole);
    }
}
