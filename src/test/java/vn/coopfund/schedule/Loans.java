package vn.coopfund.schedule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Loans in the words of the trade: the usual one of 500,000,000, and what happens to it. */
final class Loans {

    private static final BigDecimal OVERDUE_PERCENT = new BigDecimal(150);
    private static final BigDecimal LATE_PERCENT = new BigDecimal(10);

    private final LoanTerms terms;
    private final WorkingDays calendar;
    private final List<LoanFact> facts = new ArrayList<>();

    private Loans(LoanTerms terms, WorkingDays calendar) {
        this.terms = terms;
        this.calendar = calendar;
    }

    static TermsBuilder usualTerms() {
        return RepaymentTerms.lend(500_000_000, LocalDate.parse("2026-01-15"))
                .at(QuotedRate.aYear("6.6"), DayCount.ACT_365)
                .repay(RepaymentMethod.EQUAL_PRINCIPAL, 8, Rhythm.months(3));
    }

    static Loans signed(TermsBuilder terms) {
        return signed(terms, OverdueScope.INSTALMENT);
    }

    static Loans signed(TermsBuilder terms, OverdueScope scope) {
        return new Loans(new LoanTerms(terms.terms(), OVERDUE_PERCENT, LATE_PERCENT, scope), WorkingDays.WEEKENDS_OFF);
    }

    /** The usual terms with other orders of allocation. */
    static Loans signed(List<Part> inTermOrder, List<Part> overdueOrder) {
        return new Loans(new LoanTerms(usualTerms().terms(), OVERDUE_PERCENT, LATE_PERCENT, OverdueScope.INSTALMENT,
                inTermOrder, overdueOrder), WorkingDays.WEEKENDS_OFF);
    }

    /** The usual loan, paid out as planned. */
    static Loans disbursed() {
        return signed(usualTerms()).disburse("2026-01-15", 500_000_000);
    }

    Loans disburse(String on, long amount) {
        facts.add(new LoanFact.Disbursement(LocalDate.parse(on), facts.size(), amount));
        return this;
    }

    /** A payment; its id is its date. */
    Loans pay(String on, long amount) {
        return pay(on, amount, null);
    }

    Loans pay(String on, long amount, EarlyRepayment early) {
        facts.add(new LoanFact.Payment(on, LocalDate.parse(on), facts.size(), amount, early));
        return this;
    }

    Loans refund(String on, long amount) {
        return happened(new LoanFact.Refund(LocalDate.parse(on), facts.size(), amount));
    }

    Loans waive(String on, long interest, long overdueInterest, long lateInterest) {
        return happened(new LoanFact.Waiver(LocalDate.parse(on), facts.size(), interest, overdueInterest, lateInterest));
    }

    Loans restructure(String on, String arrearsDueOn, PrincipalDue... principals) {
        return happened(new LoanFact.Restructure(LocalDate.parse(on), facts.size(), List.of(principals),
                arrearsDueOn == null ? null : LocalDate.parse(arrearsDueOn)));
    }

    /** Called back, everything to be paid by that day. */
    Loans accelerate(String on, String payBy) {
        return happened(new LoanFact.Acceleration(LocalDate.parse(on), facts.size(), LocalDate.parse(payBy)));
    }

    static PrincipalDue due(String dueOn, long amount) {
        return new PrincipalDue(LocalDate.parse(dueOn), amount);
    }

    Loans happened(LoanFact fact) {
        facts.add(fact);
        return this;
    }

    RunningLoan running() {
        return RunningLoan.of(terms, calendar, facts);
    }

    LoanPosition at(String day) {
        return running().at(LocalDate.parse(day));
    }

    LoanPosition atClose(String day) {
        return running().atClose(LocalDate.parse(day));
    }

    /** Interest on an amount, or on đồng·days where {@code days} is 1, to the đồng. */
    static long interest(long balance, long days, String percent) {
        return BigDecimal.valueOf(balance).multiply(BigDecimal.valueOf(days)).multiply(new BigDecimal(percent))
                .divide(BigDecimal.valueOf(36_500), 0, RoundingMode.HALF_UP).longValueExact();
    }

    /** Where the payment of a day went. */
    Allocation allocationOf(String on) {
        return at(on).payments().get(on);
    }
}
