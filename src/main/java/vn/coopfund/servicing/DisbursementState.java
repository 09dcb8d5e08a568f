package vn.coopfund.servicing;

/** How far a disbursement came. */
public enum DisbursementState {
    PREPARED, CHECKED, APPROVED, PAID;

    /** Message key of its name. */
    public String key() {
        return "servicing.disbursement.state." + name();
    }
}
