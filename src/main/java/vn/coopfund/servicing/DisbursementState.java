package vn.coopfund.servicing;

/** How far a disbursement came. */
public enum DisbursementState {
    PREPARED, CHECKED, APPROVED, PAID,
    /** Paid, and the money came back: it does not stand. */
    RETURNED,
    /** Given up before it was paid. */
    CANCELLED;

    /** Neither paid yet nor given up. */
    boolean isOnItsWay() {
        return this == PREPARED || this == CHECKED || this == APPROVED;
    }

    /** Message key of its name. */
    public String key() {
        return "servicing.disbursement.state." + name();
    }
}
