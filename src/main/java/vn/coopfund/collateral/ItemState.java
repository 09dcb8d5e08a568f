package vn.coopfund.collateral;

/** Where an item stands, read off what happened to it (view {@code collateral.standing}); never stored. */
public enum ItemState {
    /** Offered for an application, not valued yet. */
    OFFERED,
    APPRAISED,
    /** Secures a loan by a signed contract; its registration is due, or not needed for its kind. */
    SECURED,
    /** Secures, and is registered, or need not be. */
    REGISTERED,
    /** Secures nothing any more, still registered. */
    RELEASED,
    /** Secures nothing, registered nowhere; its papers are still here. */
    DEREGISTERED,
    /** All is over, the papers are back. */
    RETURNED,
    /** Secured nothing, and stands in no application that goes on: taken out of it, or the application ended without a loan. */
    WITHDRAWN;

    public String key() {
        return "collateral.state." + name();
    }

    /** The kind of its tag on pages. */
    public String tag() {
        return switch (this) {
            case OFFERED, APPRAISED -> "wait";
            case SECURED, REGISTERED -> "good";
            case RELEASED, DEREGISTERED -> "open";
            case RETURNED, WITHDRAWN -> "quiet";
        };
    }
}
