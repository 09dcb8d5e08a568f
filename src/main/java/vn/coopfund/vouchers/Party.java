package vn.coopfund.vouchers;

/**
 * Who pays or is paid.
 *
 * @param address null where it is not known
 * @param account number and bank, null for cash
 */
public record Party(String name, String address, String account) {

    public static Party named(String name) {
        return new Party(name, null, null);
    }
}
