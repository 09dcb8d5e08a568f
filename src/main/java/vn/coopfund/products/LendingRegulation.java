package vn.coopfund.products;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The lending regulation as it stands on a day (Decree 45/2021/NĐ-CP art. 20–27 and 31).
 *
 * @param leastOwnCapital      own capital in percent of the project's total cost, at least
 * @param customerLimit        one customer's loans in percent of the actual charter capital, at most
 * @param groupLimit           the same for a customer with its related persons
 * @param annualRate           in-term rate, percent a year
 * @param overdueFactor        overdue rate in percent of the in-term rate
 * @param lateInterestRate     on unpaid in-term interest, percent a year
 * @param monthsBetween        months from one instalment to the next, unless the contract says otherwise
 * @param offerValidDays       how long an approval holds, days
 * @param councilQuorumPercent share of the council's seats that must vote
 */
public record LendingRegulation(LocalDate inForceFrom, String paper, BigDecimal leastOwnCapital,
        BigDecimal customerLimit, BigDecimal groupLimit, int longestTermMonths, BigDecimal annualRate,
        BigDecimal overdueFactor, BigDecimal lateInterestRate, int monthsBetween, int offerValidDays,
        int councilQuorumPercent) {
}
