package vn.coopfund.origination;

import jakarta.persistence.Embeddable;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;

/**
 * What comes in and goes out in a quarter of a usual year, without the loan.
 *
 * @param quarter 1 to 4
 */
@Embeddable
public record CashQuarter(int quarter, MonetaryAmount income, MonetaryAmount cost) {

    public CashQuarter {
        income = income == null ? Dong.ZERO : income;
        cost = cost == null ? Dong.ZERO : cost;
    }

    /** What is left to repay from; may be below zero. */
    public MonetaryAmount left() {
        return income.subtract(cost);
    }
}
