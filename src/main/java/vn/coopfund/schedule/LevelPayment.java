package vn.coopfund.schedule;

import java.math.BigInteger;
import java.util.List;
import vn.coopfund.money.Rounding;

/**
 * The payment that, made on every row, brings the balance to zero with this day count's own interest. Exact: the
 * balance after each row is a linear function of the payment, {@code grown − paid · payment}, kept as integers
 * over a common denominator; rounding happens once, at the end. Rows are gathered while their product fits a
 * {@code long}, which spares most of the work on long integers.
 *
 * <p>Worked example: 1,000,000 in two rows at 1 % a row: 1,000,000 · 1.01² / (1.01 + 1) = 507,512.44, so 507,512.
 */
final class LevelPayment {

    private static final int MOST_BITS = 60;

    private BigInteger grown;
    private BigInteger paid;
    private BigInteger scale;
    private long growthGathered = 1;
    private long scaleGathered = 1;
    private long paidGathered;
    private int bitsGathered;

    private LevelPayment(BigInteger grown, BigInteger whole) {
        this.grown = grown;
        paid = whole;
        scale = whole;
    }

    /**
     * The payment in đồng.
     *
     * @param balance what is owed while the first row runs
     * @param firstInterest the exact interest of the first row, as a numerator over the basis
     * @param laterUnits the units of each row after the first
     * @param multiple the result is half-up to a multiple of this
     */
    static long solve(long balance, BigInteger firstInterest, List<Long> laterUnits, InterestBasis basis,
            long multiple) {
        BigInteger whole = basis.whole();
        LevelPayment all = new LevelPayment(BigInteger.valueOf(balance).multiply(whole).add(firstInterest), whole);
        for (long units : laterUnits) {
            all.row(whole, whole.add(basis.factor(units)));
        }
        all.gather();
        return Rounding.HALF_UP.divide(all.grown, all.paid.multiply(BigInteger.valueOf(multiple))) * multiple;
    }

    private void row(BigInteger whole, BigInteger growth) {
        int bits = growth.bitLength();
        if (bitsGathered + bits > MOST_BITS) {
            gather();
        }
        if (bits > MOST_BITS) {
            grow(growth, whole, whole);
            return;
        }
        scaleGathered *= whole.longValue();
        growthGathered *= growth.longValue();
        paidGathered = paidGathered * growth.longValue() + scaleGathered;
        bitsGathered += bits + 1;
    }

    private void gather() {
        grow(BigInteger.valueOf(growthGathered), BigInteger.valueOf(paidGathered), BigInteger.valueOf(scaleGathered));
        growthGathered = 1;
        scaleGathered = 1;
        paidGathered = 0;
        bitsGathered = 0;
    }

    /** One row or several: what was owed grows, the payments grow and new ones come, the denominator follows. */
    private void grow(BigInteger growth, BigInteger payments, BigInteger scaling) {
        grown = grown.multiply(growth);
        paid = paid.multiply(growth).add(scale.multiply(payments));
        scale = scale.multiply(scaling);
    }
}
