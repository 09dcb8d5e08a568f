package vn.coopfund.schedule;

import java.math.BigInteger;
import java.util.List;
import vn.coopfund.money.Rounding;

/**
 * The payment that, made on every row, brings the balance to zero with this day count's own interest. Exact: the
 * balance after each row is a linear function of the payment, {@code grown − paid · payment}, kept as integers
 * over a common denominator; rounding happens once, at the end.
 *
 * <p>Worked example: 1,000,000 in two rows at 1 % a row: 1,000,000 · 1.01² / (1.01 + 1) = 507,512.44, so 507,512.
 */
final class LevelPayment {

    private LevelPayment() {
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
        BigInteger grown = BigInteger.valueOf(balance).multiply(whole).add(firstInterest);
        BigInteger paid = whole;
        BigInteger scale = whole;
        for (long units : laterUnits) {
            BigInteger growth = whole.add(basis.factor(units));
            scale = scale.multiply(whole);
            grown = grown.multiply(growth);
            paid = paid.multiply(growth).add(scale);
        }
        return Rounding.HALF_UP.divide(grown, paid.multiply(BigInteger.valueOf(multiple))) * multiple;
    }
}
