package vn.coopfund.schedule;

import java.util.List;

/** What was signed, worked out once for all replays of a loan. */
record Signed(LoanTerms terms, WorkingDays calendar, List<DueDate> dates, RepaymentSchedule contract,
        LoanRates rates) {

    static Signed of(LoanTerms terms, WorkingDays calendar) {
        List<DueDate> dates = new TermsCheck(terms.repayment(), calendar).dates();
        RepaymentSchedule contract = RepaymentSchedule.of(terms.repayment(), dates);
        return new Signed(terms, calendar, dates, contract, new LoanRates(terms));
    }

    RepaymentTerms repayment() {
        return terms.repayment();
    }

    /** The level payment of the contract. */
    long levelPayment() {
        DayLine line = new DayLine(repayment().dayCount(), dates);
        return PrincipalPlan.payment(repayment(), dates, line, rates.inTerm);
    }
}
