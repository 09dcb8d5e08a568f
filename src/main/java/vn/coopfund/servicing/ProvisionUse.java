package vn.coopfund.servicing;

/**
 * What of the provisions a write-off uses, in đồng: the loan's own first, then the general one.
 */
public record ProvisionUse(long specific, long general) {

    public static final ProvisionUse NONE = new ProvisionUse(0, 0);

    public ProvisionUse {
        if (specific < 0 || general < 0) {
            throw new IllegalArgumentException("no provision below zero is used");
        }
    }

    public long total() {
        return specific + general;
    }
}
