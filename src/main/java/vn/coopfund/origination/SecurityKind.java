package vn.coopfund.origination;

/** The kinds of security a loan may have (Decree 45/2021/NĐ-CP art. 26 and 31). */
public enum SecurityKind {
    UNSECURED, MORTGAGE, PLEDGE, GUARANTEE;

    public boolean isSecured() {
        return this != UNSECURED;
    }

    public String key() {
        return "origination.security." + name();
    }
}
