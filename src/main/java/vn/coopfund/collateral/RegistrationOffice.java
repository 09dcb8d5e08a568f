package vn.coopfund.collateral;

/** Where a security measure is registered (Decree 99/2022/NĐ-CP art. 10). */
public enum RegistrationOffice {
    /** Land use rights and what stands on land. */
    LAND_OFFICE,
    /** Movables. */
    TRANSACTIONS_CENTRE;

    public String key() {
        return "collateral.office." + name();
    }
}
