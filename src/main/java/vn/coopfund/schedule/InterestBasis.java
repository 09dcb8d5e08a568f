package vn.coopfund.schedule;

import java.math.BigInteger;
import vn.coopfund.money.Rounding;

/**
 * One rate on one day count: interest = balance × units × {@code perUnit} / {@code whole}, exact until it is
 * rounded once. Whoever sums over sub-balances sums the exact numerators.
 *
 * <p>Worked example: 6.6 % on ACT/365 is 33 over 182500 a day; 500,000,000 over 90 days is
 * 500,000,000 · 90 · 33 / 182,500 = 8,136,986.30 and rounds to 8,136,986.
 */
final class InterestBasis {

    private final BigInteger perUnit;
    private final BigInteger whole;
    private final boolean small;

    InterestBasis(Rate rate, DayCount dayCount) {
        perUnit = rate.numerator();
        whole = rate.denominator().multiply(BigInteger.valueOf(dayCount.unitsPerYear()));
        small = perUnit.bitLength() < 32 && whole.bitLength() < 63;
    }

    /** The exact interest's numerator over {@link #whole()}. */
    BigInteger exact(long balance, long units) {
        return BigInteger.valueOf(balance).multiply(BigInteger.valueOf(units)).multiply(perUnit);
    }

    BigInteger whole() {
        return whole;
    }

    /** What a balance of one đồng bears in so many units, as a numerator over {@link #whole()}. */
    BigInteger factor(long units) {
        return perUnit.multiply(BigInteger.valueOf(units));
    }

    /** The interest in whole đồng. */
    long interest(long balance, long units, Rounding rounding) {
        return small && units < Integer.MAX_VALUE
                ? rounding.portion(balance, units * perUnit.longValue(), whole.longValue())
                : round(exact(balance, units), rounding);
    }

    /** An exact numerator in whole đồng. */
    long round(BigInteger exact, Rounding rounding) {
        return rounding.divide(exact, whole);
    }
}
