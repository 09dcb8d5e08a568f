package vn.coopfund.origination;

/** Where an application stands; citizens read the ten words of the national portal instead ({@link #portalWord()}). */
public enum ApplicationState {
    DRAFT("NEW"), SUBMITTED("RECEIVED"), INCOMPLETE("PAPERS_ASKED"), IN_APPRAISAL("PROCESSING"), APPRAISED("PROCESSING"),
    RETURNED("PROCESSING"), PENDING_APPROVAL("PROCESSING"), APPROVED("DONE"), REJECTED("STOPPED"),
    WITHDRAWN("WITHDRAWN"), EXPIRED("STOPPED");

    private final String portalWord;

    ApplicationState(String portalWord) {
        this.portalWord = portalWord;
    }

    /** Message key of the word that citizens know. */
    public String portalWord() {
        return "origination.portal." + portalWord;
    }

    /** Message key of the fund's own, finer word. */
    public String key() {
        return "origination.state." + name();
    }

    /** How its tag looks: work is open, waits for the borrower, went well, went badly, or is over. */
    public String tag() {
        return switch (this) {
            case DRAFT, INCOMPLETE, RETURNED -> "warn";
            case SUBMITTED, IN_APPRAISAL, APPRAISED, PENDING_APPROVAL -> "open";
            case APPROVED -> "good";
            case REJECTED -> "bad";
            case WITHDRAWN, EXPIRED -> "quiet";
        };
    }

    /** Handed in, and nobody has said yet what it and its security are worth. */
    public boolean awaitsAppraisal() {
        return this == SUBMITTED || this == IN_APPRAISAL || this == RETURNED;
    }

    public boolean isOpen() {
        return this != REJECTED && this != WITHDRAWN && this != EXPIRED;
    }
}
