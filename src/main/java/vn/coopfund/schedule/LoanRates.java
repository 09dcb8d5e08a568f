package vn.coopfund.schedule;

import vn.coopfund.money.Rounding;

/** The three rates of a loan on its day count. */
final class LoanRates {

    final InterestBasis inTerm;
    private final InterestBasis overdue;
    private final InterestBasis late;
    private final Rounding rounding;

    LoanRates(LoanTerms terms) {
        Rate rate = terms.repayment().rate().yearly();
        DayCount dayCount = terms.repayment().dayCount();
        inTerm = new InterestBasis(rate, dayCount);
        overdue = new InterestBasis(rate.percentOf(terms.overduePercent()), dayCount);
        late = new InterestBasis(Rate.percentAYear(terms.latePercent()), dayCount);
        rounding = terms.repayment().interestRounding();
    }

    /** A fresh total; the contract's rounding is for in-term interest, the charges are half-up. */
    Accrual accrual(RunningInterest.Kind kind) {
        return switch (kind) {
            case IN_TERM -> new Accrual(inTerm, rounding);
            case OVERDUE -> new Accrual(overdue, Rounding.HALF_UP);
            case LATE -> new Accrual(late, Rounding.HALF_UP);
        };
    }
}
