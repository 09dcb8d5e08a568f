package vn.coopfund.servicing;

import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.web.Refusal;

/**
 * Money received on a loan, as it is reported.
 *
 * @param valueDate when it came in
 * @param reference the bank's reference, or the number of a signed cash receipt; may be null
 * @param early     what the borrower asks for with money beyond what is due; null leaves that as its credit
 * @param bankAccount id of the fund's account at a bank on which it came; null is the usual one
 */
public record Receipt(MonetaryAmount amount, LocalDate valueDate, Channel channel, String reference,
        EarlyRepayment early, Long bankAccount) {

    /** On the fund's usual account, or in cash. */
    public Receipt(MonetaryAmount amount, LocalDate valueDate, Channel channel, String reference, EarlyRepayment early) {
        this(amount, valueDate, channel, reference, early, null);
    }

    public Receipt {
        reference = reference == null || reference.isBlank() ? null : reference.strip();
    }

    /** Refuses what can be seen to be wrong without knowing the loan. */
    Refusal.Problems problems() {
        return new Refusal.Problems()
                .addIf(amount == null, "amount", "servicing.refused.required")
                .addIf(amount != null && !amount.isPositive(), "amount", "servicing.refused.amount-positive")
                .addIf(amount != null && amount.isGreaterThan(Dong.of(MOST)), "amount", "servicing.refused.amount-large", Dong.of(MOST))
                .addIf(valueDate == null, "valueDate", "servicing.refused.required")
                .addIf(channel == null, "channel", "servicing.refused.required")
                .addIf(reference != null && reference.length() > LONGEST_REFERENCE, "reference", "servicing.refused.too-long", LONGEST_REFERENCE);
    }

    private static final long MOST = 1_000_000_000_000_000L;
    private static final int LONGEST_REFERENCE = 100;
}
