package vn.coopfund.servicing;

/** Where a loan stands. That it is past due is computed from its facts, never a state. */
public enum LoanState {
    /** The contract is signed, nothing is paid out. */
    CONTRACT_SIGNED,
    /** Some of the principal is paid out; the rest can still be drawn. */
    PARTLY_DISBURSED,
    /** Paid out and not yet settled; nothing more can be drawn. */
    ACTIVE,
    /** Called back before its time (thu hồi trước hạn): everything is due on one day; running as before. */
    ACCELERATED,
    /** Nothing is owed any more; its papers and security are still here. */
    PAID_OFF,
    /** Security released, file closed. */
    CLOSED,
    /** Given up before anything was paid out. */
    CANCELLED,
    /** Out of the balance sheet against provisions, still owed and pursued (đã xử lý rủi ro). */
    CHARGED_OFF,
    /** Given up for good, five years later at the earliest (xuất toán). */
    WRITTEN_OFF_FINAL;

    /** Whether the borrower owes and money is taken, in the balance sheet or pursued in memorandum. */
    public boolean isRunning() {
        return this == PARTLY_DISBURSED || this == ACTIVE || this == ACCELERATED || this == CHARGED_OFF;
    }

    /** Running in the balance sheet: what is pursued in memorandum keeps its terms. */
    public boolean isInBooks() {
        return isRunning() && this != CHARGED_OFF;
    }

    /** Nothing is owed on it any more. */
    public boolean isSettled() {
        return this == PAID_OFF || this == CLOSED;
    }

    /** Whether it is to be named beside the days past due. */
    public boolean saysMore() {
        return this != PARTLY_DISBURSED && this != ACTIVE;
    }

    /** Message key of its name. */
    public String key() {
        return "loan.state." + name();
    }

    /** The kind of its tag on pages. */
    public String tag() {
        return switch (this) {
            case CONTRACT_SIGNED, PARTLY_DISBURSED, PAID_OFF -> "wait";
            case ACTIVE -> "good";
            case ACCELERATED, CHARGED_OFF -> "bad";
            case CLOSED, CANCELLED, WRITTEN_OFF_FINAL -> "quiet";
        };
    }
}
