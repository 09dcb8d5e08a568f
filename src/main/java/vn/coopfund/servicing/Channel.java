package vn.coopfund.servicing;

/** By which way money comes or goes, with the account it moves on. */
public enum Channel {
    BANK("112"), CASH("111");

    private final String account;

    Channel(String account) {
        this.account = account;
    }

    public String account() {
        return account;
    }

    /** Message key of its name. */
    public String key() {
        return "servicing.channel." + name();
    }
}
