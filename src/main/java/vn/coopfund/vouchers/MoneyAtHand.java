package vn.coopfund.vouchers;

import javax.money.MonetaryAmount;

/** What the fund could pay out; the room that keeps its promises to borrowers implements it. */
public interface MoneyAtHand {

    /** Holds the fund's money until the transaction ends: the next who pays out waits. */
    void lock();

    /** Money at hand less what is promised to borrowers; negative where more is promised. */
    MonetaryAmount freeToLend();
}
