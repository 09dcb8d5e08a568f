package vn.coopfund.servicing;

/** By which way money comes or goes. */
public enum Channel {
    BANK, CASH;

    /** Message key of its name. */
    public String key() {
        return "servicing.channel." + name();
    }
}
