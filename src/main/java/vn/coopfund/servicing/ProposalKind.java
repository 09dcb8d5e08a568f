package vn.coopfund.servicing;

/** The acts on a loan that wait for a second person. */
public enum ProposalKind {
    /** A receipt learned of more than five days late, or belonging to a closed month. */
    TAKE_REPAYMENT,
    REVERSE_REPAYMENT,
    REVERSE_DISBURSEMENT,
    RELEASE_UNDRAWN,
    REFUND_CREDIT,
    WAIVE_INTEREST,
    REVERSE_RESTRUCTURE,
    REVERSE_ACCELERATION,
    REVERSE_CHARGE_OFF,
    TAKE_ON_LOAN;

    /** Message key of its name. */
    public String key() {
        return "servicing.proposal.kind." + name();
    }
}
