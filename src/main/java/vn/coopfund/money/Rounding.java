package vn.coopfund.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * How an exact fraction becomes whole đồng. Always named by the caller; there is no default.
 *
 * <p>Worked examples: 5/2 is 3 half-up and 2 half-even; 7/2 is 4 both ways; -5/2 is -3 half-up (away from zero).
 */
public enum Rounding {

    /** A half goes away from zero: the fund's rule for interest, shares and level payments. */
    HALF_UP(RoundingMode.HALF_UP),

    /** A half goes to the even neighbour: some contracts ask for it in interest cells. */
    HALF_EVEN(RoundingMode.HALF_EVEN);

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
        this.mode = mode;
    }

    /** {@code numerator / denominator} in whole đồng; the denominator is positive. */
    public long divide(long numerator, long denominator) {
        requirePositive(denominator > 0);
        long quotient = numerator / denominator;
        long rest = Math.abs(numerator - quotient * denominator);
        long other = denominator - rest;
        boolean away = rest > other || rest == other && (this == HALF_UP || (quotient & 1) == 1);
        return away ? quotient + (numerator < 0 ? -1 : 1) : quotient;
    }

    /**
     * {@code numerator / denominator} in whole đồng; the denominator is positive.
     *
     * @throws ArithmeticException if the result does not fit a {@code long}
     */
    public long divide(BigInteger numerator, BigInteger denominator) {
        requirePositive(denominator.signum() > 0);
        if (numerator.bitLength() < 64 && denominator.bitLength() < 64) {
            return divide(numerator.longValue(), denominator.longValue());
        }
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        int half = parts[1].abs().shiftLeft(1).compareTo(denominator);
        boolean away = half > 0 || half == 0 && (this == HALF_UP || parts[0].testBit(0));
        BigInteger step = BigInteger.valueOf(away ? numerator.signum() : 0);
        return parts[0].add(step).longValueExact();
    }

    /** {@code amount × numerator / denominator}, the product exact even beyond 64 bits. */
    public long portion(long amount, long numerator, long denominator) {
        long product = amount * numerator;
        if (Math.multiplyHigh(amount, numerator) == product >> 63) {
            return divide(product, denominator);
        }
        BigInteger exact = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(numerator));
        return divide(exact, BigInteger.valueOf(denominator));
    }

    /** Whole đồng nearest to an exact decimal. */
    public long round(BigDecimal exact) {
        return exact.setScale(0, mode).longValueExact();
    }

    private static void requirePositive(boolean positive) {
        if (!positive) {
            throw new IllegalArgumentException("the denominator must be positive");
        }
    }
}
