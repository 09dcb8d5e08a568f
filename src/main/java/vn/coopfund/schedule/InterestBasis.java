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
    private final long smallPerUnit;
    private final long smallWhole;

    InterestBasis(Rate rate, DayCount dayCount) {
        perUnit = rate.numerator();
        whole = rate.denominator().multiply(BigInteger.valueOf(dayCount.unitsPerYear()));
        boolean small = perUnit.bitLength() < 32 && whole.bitLength() < 63;
        smallPerUnit = small ? perUnit.longValue() : 0;
        smallWhole = small ? whole.longValue() : 0;
    }

    /** The exact interest's numerator over {@link #whole()}. */
    BigInteger exact(long balance, long units) {
        return BigInteger.valueOf(balance).multiply(BigInteger.valueOf(units)).multiply(perUnit);
    }

    BigInteger perUnit() {
        return perUnit;
    }

    BigInteger whole() {
        return whole;
    }

    /** What a balance of one đồng bears in so many units, as a numerator over {@link #whole()}. */
    BigInteger factor(long units) {
        return perUnit.multiply(BigInteger.valueOf(units));
    }

    /** Whether {@link #growth} of so many units and fewer has at most 40 bits. */
    boolean isGrowthSmall(long units) {
        return smallWhole > 0 && units < Integer.MAX_VALUE && smallWhole >> 40 == 0 && growth(units) >> 40 == 0;
    }

    /** What one đồng grows to in so many units, as a numerator over {@link #whole()}; only where it is small. */
    long growth(long units) {
        return smallWhole + units * smallPerUnit;
    }

    /** The interest in whole đồng. */
    long interest(long balance, long units, Rounding rounding) {
        return smallWhole > 0 && units < Integer.MAX_VALUE
                ? rounding.portion(balance, units * smallPerUnit, smallWhole)
                : round(exact(balance, units), rounding);
    }

    /** An exact numerator in whole đồng. */
    long round(BigInteger exact, Rounding rounding) {
        return rounding.divide(exact, whole);
    }
}
