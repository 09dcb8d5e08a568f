package vn.coopfund.servicing;

import javax.money.MonetaryAmount;

/**
 * A borrower's credit to be paid back.
 *
 * @param account     to which it goes; null in cash
 * @param bankAccount id of the account of the fund from which it is paid; null is the usual one, and in cash
 */
public record RefundTerms(MonetaryAmount amount, Channel channel, String account, Long bankAccount) {

    public RefundTerms {
        account = account == null || account.isBlank() || channel == Channel.CASH ? null : account.strip();
        bankAccount = channel == Channel.CASH ? null : bankAccount;
    }

    /** From the usual account. */
    public RefundTerms(MonetaryAmount amount, Channel channel, String account) {
        this(amount, channel, account, null);
    }
}
