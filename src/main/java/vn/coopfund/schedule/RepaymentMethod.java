package vn.coopfund.schedule;

/** How the principal comes back. */
public enum RepaymentMethod {

    /** The same principal each time, interest on what is left. */
    EQUAL_PRINCIPAL,

    /** The same payment each time, solved from the actual day factors so that the balance ends at zero. */
    EQUAL_INSTALMENT,

    /** Interest each time, the principal at the end. */
    BULLET,

    /** Dates and amounts as agreed, e.g. after each harvest. */
    CUSTOM;

    /** Whether a regular amount exists that could be rounded to a multiple. */
    boolean isRegular() {
        return this == EQUAL_PRINCIPAL || this == EQUAL_INSTALMENT;
    }
}
