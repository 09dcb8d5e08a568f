package vn.coopfund.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What of a limit of Decree 45/2021 art. 23 is in use, đồng.
 *
 * @param members     the customer, or all who are related, the greatest first
 * @param reserved    approved or signed, not disbursed
 * @param outstanding lent and not paid back, written off included
 * @param limit       percent of the actual charter capital
 */
public record LimitUse(List<Member> members, long reserved, long outstanding, long limit) {

    /** A borrower and what it has in use. */
    public record Member(long id, String name, long inUse) {
    }

    public long inUse() {
        return reserved + outstanding;
    }

    /** What may still be lent; below zero where the base has fallen since. */
    public long left() {
        return limit - inUse();
    }

    public boolean isBeyond() {
        return inUse() > limit;
    }

    /** Of the limit, with one decimal, rounded up: a limit is not free before it is. */
    public BigDecimal percent() {
        return limit <= 0 ? BigDecimal.valueOf(inUse() > 0 ? 100 : 0) : BigDecimal.valueOf(inUse())
                .multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(limit), 1, RoundingMode.UP);
    }
}
