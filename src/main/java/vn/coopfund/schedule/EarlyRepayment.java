package vn.coopfund.schedule;

/** What the borrower asks for with money beyond what is due; without it that money is kept as credit. */
public enum EarlyRepayment {

    /** The regular amount stays, the loan ends earlier. */
    FEWER,

    /** The dates stay, the amount is solved anew. */
    SMALLER,

    /** Takes the principal of the next rows in order. */
    NEXT,

    /** Settles the loan on that day; needs at least the quote of that day, or it is an ordinary payment. */
    PAYOFF
}
