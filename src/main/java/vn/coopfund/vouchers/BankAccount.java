package vn.coopfund.vouchers;

import java.time.LocalDate;

/**
 * An account of the fund at a bank.
 *
 * @param bankBin       of the bank, for VietQR; null where it is not known
 * @param ledgerAccount its own account in the books, which no other has
 * @param openedOn      from when the fund uses it; null for the one of the beginning
 */
public record BankAccount(long id, String bankName, String bankBin, String number, String ledgerAccount, LocalDate openedOn) {

    public boolean takesTransfers() {
        return bankBin != null;
    }

    /** As people tell it from the others. */
    public String label() {
        return bankName + " – " + number;
    }
}
