package vn.coopfund.treasury;

/**
 * An account of the fund at a bank.
 *
 * @param ledgerAccount the leaf account of the books that it has for itself
 */
public record BankAccount(long id, String bankName, String number, String ledgerAccount) {
}
