package vn.coopfund.servicing;

/** Where a loan stands. That it is past due is computed from its facts, never a state. */
public enum LoanState {
    /** The contract is signed, nothing is paid out. */
    CONTRACT_SIGNED,
    /** Paid out and not yet settled. */
    ACTIVE,
    /** Nothing is owed any more; its papers and security are still here. */
    PAID_OFF,
    /** Security released, file closed. */
    CLOSED,
    /** Given up before anything was paid out. */
    CANCELLED;

    /** Message key of its name. */
    public String key() {
        return "loan.state." + name();
    }

    /** The kind of its tag on pages. */
    public String tag() {
        return switch (this) {
            case CONTRACT_SIGNED, PAID_OFF -> "wait";
            case ACTIVE -> "good";
            case CLOSED, CANCELLED -> "quiet";
        };
    }
}
