package vn.coopfund.money;

import java.math.BigDecimal;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;

/**
 * The đồng: the only currency of the fund (Decree 45/2021, article 25: loans in VND only).
 *
 * <p>Acts, entities and forms speak {@link MonetaryAmount}; bulk work speaks {@code long} đồng. This is the
 * bridge, exact both ways: {@code longOf(of(1_234_567)) == 1_234_567}.
 */
public final class Dong {

    /** VND, which has no decimals. */
    public static final CurrencyUnit VND = Monetary.getCurrency("VND");

    /** 0 đ. */
    public static final MonetaryAmount ZERO = of(0);

    /** The largest amount that anybody may state, either way of nought: 10^15 đ, some 40,000 times the fund's capital. */
    public static final MonetaryAmount LARGEST = of(1_000_000_000_000_000L);

    private Dong() {
    }

    /**
     * An amount as a person or a program states it.
     *
     * @throws IllegalArgumentException if it is beyond {@link #LARGEST}
     */
    public static MonetaryAmount stated(long dong) {
        long largest = longOf(LARGEST);
        if (dong > largest || dong < -largest) {
            throw new IllegalArgumentException("beyond 10^15: " + dong);
        }
        return of(dong);
    }

    /** That many whole đồng. */
    public static MonetaryAmount of(long dong) {
        return Monetary.getDefaultAmountFactory().setCurrency(VND).setNumber(dong).create();
    }

    /**
     * The whole đồng of an amount.
     *
     * @throws ArithmeticException if the amount has a fraction of a đồng or does not fit
     * @throws IllegalArgumentException if it is in another currency
     */
    public static long longOf(MonetaryAmount amount) {
        if (!VND.equals(amount.getCurrency())) {
            throw new IllegalArgumentException("not VND: " + amount.getCurrency());
        }
        return amount.getNumber().numberValueExact(BigDecimal.class).longValueExact();
    }
}
