package vn.coopfund.treasury;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;
import vn.coopfund.money.Rounding;

/**
 * Idle money on term at a bank.
 *
 * @param number of the bank's contract or savings book
 * @param rate   percent a year
 * @param termOn when the present term began: the last renewal, or the opening
 */
public record Deposit(long id, String bank, String number, long principal, BigDecimal rate, LocalDate openedOn,
        LocalDate termOn, LocalDate maturesOn, boolean open, LocalDate closedOn, long interest) {

    private static final int RATE_DECIMALS = 4;
    private static final BigInteger PERCENT_OF_A_YEAR = BigInteger.valueOf(100L * 365 * 10_000);

    /** What the bank owes by its own rate for the days of the term so far, each year of 365 days; HALF_UP to the đồng. */
    public MonetaryAmount earned(LocalDate on) {
        long days = Math.max(0, ChronoUnit.DAYS.between(termOn, on.isAfter(maturesOn) ? maturesOn : on));
        BigInteger exact = BigInteger.valueOf(principal).multiply(rate.movePointRight(RATE_DECIMALS).toBigIntegerExact())
                .multiply(BigInteger.valueOf(days));
        return Dong.of(Rounding.HALF_UP.divide(exact, PERCENT_OF_A_YEAR));
    }

    public boolean isMature(LocalDate on) {
        return !on.isBefore(maturesOn);
    }
}
