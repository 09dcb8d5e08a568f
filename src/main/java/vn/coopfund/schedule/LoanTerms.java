package vn.coopfund.schedule;

import java.math.BigDecimal;
import java.util.List;

/**
 * The conventions of a signed loan, frozen at signing.
 *
 * <p>Worked example: at 6.6 % a year with {@code overduePercent} 150 the overdue rate is 9.9 % a year.
 *
 * @param repayment rate, day count, due dates and principal parts of the contract
 * @param overduePercent the overdue rate in percent of the contract rate, at most 150 (Decree 45/2021, article 25)
 * @param latePercent the rate a year on unpaid in-term interest, at most 10 (Civil Code 2015, article 468)
 * @param inTermOrder the order in which money meets what is due while nothing is overdue, each part once
 * @param overdueOrder the same for a loan that is overdue
 */
public record LoanTerms(RepaymentTerms repayment, BigDecimal overduePercent, BigDecimal latePercent,
        OverdueScope overdueScope, List<Part> inTermOrder, List<Part> overdueOrder) {

    public LoanTerms {
        inTermOrder = Part.requireEach(inTermOrder);
        overdueOrder = Part.requireEach(overdueOrder);
    }

    /** With the usual orders: {@link Part#IN_TERM_ORDER} and {@link Part#OVERDUE_ORDER}. */
    public LoanTerms(RepaymentTerms repayment, BigDecimal overduePercent, BigDecimal latePercent,
            OverdueScope overdueScope) {
        this(repayment, overduePercent, latePercent, overdueScope, Part.IN_TERM_ORDER, Part.OVERDUE_ORDER);
    }
}
