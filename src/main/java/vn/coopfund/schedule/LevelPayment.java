package vn.coopfund.schedule;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalLong;
import vn.coopfund.money.Rounding;

/**
 * The payment that, made on every row, brings the balance to zero with this day count's own interest. Exact; rounding
 * happens once, at the end: what is owed at the end of the first row, divided by what one đồng on each date is worth
 * that day. That sum is first held between two bounds in 64 bits; nearly always both round to the same payment, which
 * then is the exact one. Where they do not, integers of any length decide.
 *
 * <p>Worked example: 1,000,000 in two rows at 1 % a row: 1,010,000 / (1 + 1 / 1.01) = 507,512.44, so 507,512.
 */
final class LevelPayment {

    private final BigInteger owed;
    private final List<Long> laterUnits;
    private final InterestBasis basis;
    private final long multiple;

    /** @param owed at the end of the first row, as a numerator over the basis */
    LevelPayment(BigInteger owed, List<Long> laterUnits, InterestBasis basis, long multiple) {
        this.owed = owed;
        this.laterUnits = laterUnits;
        this.basis = basis;
        this.multiple = multiple;
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
        BigInteger owed = BigInteger.valueOf(balance).multiply(basis.whole()).add(firstInterest);
        LevelPayment payment = new LevelPayment(owed, laterUnits, basis, multiple);
        return payment.bounded().orElseGet(payment::exact);
    }

    /**
     * The worth of one đồng on each date in whole parts of {@code unit}, once always rounded down and once always up.
     * The unit is as fine as 64 bits admit: a worth times the growth of a row, and the sum of all, stay within them.
     */
    OptionalLong bounded() {
        long longest = laterUnits.stream().mapToLong(Long::longValue).max().orElse(0);
        if (!basis.isGrowthSmall(longest)) {
            return OptionalLong.empty();
        }
        long whole = basis.whole().longValue();
        long unit = Long.MAX_VALUE / 2 / Math.max(basis.growth(longest), laterUnits.size() + 1);
        long low = unit;
        long high = unit;
        long sumLow = unit;
        long sumHigh = unit;
        for (long units : laterUnits) {
            long growth = basis.growth(units);
            low = low * whole / growth;
            high = high * whole / growth + 1;
            sumLow += low;
            sumHigh += high;
        }
        long payment = payment(BigInteger.valueOf(unit), BigInteger.valueOf(sumLow));
        return payment == payment(BigInteger.valueOf(unit), BigInteger.valueOf(sumHigh)) ? OptionalLong.of(payment)
                : OptionalLong.empty();
    }

    /** The same worths as one fraction of integers. */
    long exact() {
        BigInteger sum = BigInteger.ONE;
        BigInteger scale = BigInteger.ONE;
        for (int row = laterUnits.size() - 1; row >= 0; row--) {
            BigInteger growth = basis.whole().add(basis.factor(laterUnits.get(row)));
            sum = sum.multiply(basis.whole()).add(scale.multiply(growth));
            scale = scale.multiply(growth);
        }
        return payment(scale, sum);
    }

    private long payment(BigInteger scale, BigInteger sum) {
        return Rounding.HALF_UP.divide(owed.multiply(scale),
                sum.multiply(basis.whole()).multiply(BigInteger.valueOf(multiple))) * multiple;
    }
}
