package vn.coopfund.schedule;

import java.math.BigDecimal;

/**
 * The conventions of a signed loan, frozen at signing.
 *
 * <p>Worked example: at 6.6 % a year with {@code overduePercent} 150 the overdue rate is 9.9 % a year.
 *
 * @param repayment rate, day count, due dates and principal parts of the contract
 * @param overduePercent the overdue rate in percent of the contract rate, at most 150 (Decree 45/2021, article 25)
 * @param latePercent the rate a year on unpaid in-term interest, at most 10 (Civil Code 2015, article 468)
 */
public record LoanTerms(RepaymentTerms repayment, BigDecimal overduePercent, BigDecimal latePercent,
        OverdueScope overdueScope) {

    InterestBasis inTerm() {
        return new InterestBasis(repayment.rate().yearly(), repayment.dayCount());
    }

    InterestBasis overdue() {
        return new InterestBasis(repayment.rate().yearly().percentOf(overduePercent), repayment.dayCount());
    }

    InterestBasis late() {
        return new InterestBasis(Rate.percentAYear(latePercent), repayment.dayCount());
    }
}
