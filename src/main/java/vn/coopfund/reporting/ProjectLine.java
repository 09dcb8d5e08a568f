package vn.coopfund.reporting;

import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * A funded project: a loan with its first disbursement.
 *
 * @param loan        the loan's id
 * @param cooperative who borrowed
 * @param disbursedOn value date of the first disbursement
 * @param amount      of the loan
 */
public record ProjectLine(String loan, String number, String cooperative, String project, LocalDate disbursedOn,
        MonetaryAmount amount) {
}
