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
 */
@Strict
public record NewContribution(String source, MonetaryAmount amount, LocalDate valueDate, String decision) {
}
