package vn.coopfund.servicing;

import javax.money.MonetaryAmount;

/**
 * A borrower's credit to be paid back.
 *
 * @param account to which it goes; null in cash
 */
public record RefundTerms(MonetaryAmount amount, Channel channel, String account) {

    public RefundTerms {
        account = account == null || account.isBlank() || channel == Channel.CASH ? null : account.strip();
    }
}
