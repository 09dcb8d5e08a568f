package vn.coopfund.funding;

import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.web.Strict;

/**
 * Capital paid in, as somebody proposes it.
 *
 * @param source    code or id of the capital source
 * @param valueDate when the money came
 * @param decision  number and date of the paper behind it
 * @param bankAccount id or number of the account of the fund on which it came; null is the usual one
 */
@Strict
public record NewContribution(String source, MonetaryAmount amount, LocalDate valueDate, String decision,
        String bankAccount) {

    public NewContribution(String source, MonetaryAmount amount, LocalDate valueDate, String decision) {
        this(source, amount, valueDate, decision, null);
    }
}
