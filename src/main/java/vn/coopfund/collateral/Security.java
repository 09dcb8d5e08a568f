package vn.coopfund.collateral;

import java.util.List;

/**
 * An item that secures loans on a day, as provisions deduct it.
 *
 * @param value đồng, as last appraised up to that day; 0 where it never was
 */
public record Security(long itemId, SecurityMeasure measure, long value, List<Claim> claims) {

    /**
     * What a loan has of it: lower ranks first, equal ranks share.
     *
     * @param most up to how much, đồng; null with all that it is worth
     */
    public record Claim(long loan, int rank, Long most) {
    }
}
