package vn.coopfund.collateral;

/** How an item secures a debt (Civil Code 2015 art. 292); by it, it counts for more or less in provisions. */
public enum SecurityMeasure {
    MORTGAGE, PLEDGE, GUARANTEE;

    public String key() {
        return "collateral.measure." + name();
    }
}
