package vn.coopfund.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every loan, whatever is paid and when. */
class RunningLoanRulesTests {

    private static final LocalDate START = LocalDate.of(2026, 1, 15);

    private record Paid(int day, long amount, EarlyRepayment early) {
    }

    @Provide
    Arbitrary<List<LoanFact>> facts() {
        return facts(Arbitraries.of(EarlyRepayment.values()).injectNull(0.7));
    }

    @Provide
    Arbitrary<List<LoanFact>> ordinaryFacts() {
        return facts(Arbitraries.just((EarlyRepayment) null));
    }

    private static Arbitrary<List<LoanFact>> facts(Arbitrary<EarlyRepayment> early) {
        Arbitrary<Long> amount = Arbitraries.longs().between(1, 180_000_000);
        Arbitrary<Integer> day = Arbitraries.oneOf(Arbitraries.integers().between(0, 1_000),
                Arbitraries.of(90, 181, 273, 365, 455));
        return Combinators.combine(day, amount, early).as(Paid::new).list().ofMaxSize(12).map(payments -> {
            List<LoanFact> facts = new ArrayList<>();
            facts.add(new LoanFact.Disbursement(START, 0, 500_000_000));
            payments.forEach(p -> facts.add(new LoanFact.Payment("p" + facts.size(), START.plusDays(p.day()),
                    facts.size(), p.amount(), p.early())));
            return facts;
        });
    }

    @Provide
    Arbitrary<LoanTerms> terms() {
        return Combinators.combine(Arbitraries.of(RepaymentMethod.EQUAL_PRINCIPAL, RepaymentMethod.EQUAL_INSTALMENT,
                RepaymentMethod.BULLET), Arbitraries.of(DayCount.values()), Arbitraries.of(OverdueScope.values()),
                Arbitraries.of(WorkingDayRule.values()), Arbitraries.of(true, false))
                .as((method, dayCount, scope, rule, follows) -> new LoanTerms(
                        Loans.usualTerms().firstDueOn(START.plusDays(45)).at(QuotedRate.aYear("6.6"), dayCount).repay(method, 24, Rhythm.months(1))
                                .workingDays(rule, follows).principalGrace(1).terms(),
                        new BigDecimal(150), new BigDecimal(10), scope));
    }

    @Property
    void noDongIsMadeOrLost(@ForAll("terms") LoanTerms terms, @ForAll("facts") List<LoanFact> facts,
            @ForAll @IntRange(max = 1_100) int day) {
        LoanPosition position = RunningLoan.of(terms, WorkingDays.WEEKENDS_OFF, facts).atClose(START.plusDays(day));
        facts.stream().filter(LoanFact.Payment.class::isInstance).map(LoanFact.Payment.class::cast)
                .filter(payment -> !payment.on().isAfter(position.day()))
                .forEach(payment -> assertThat(position.payments().get(payment.id()).total())
                        .isEqualTo(payment.amount()));
        List<Allocation> all = new ArrayList<>(position.payments().values());
        position.creditApplied().forEach(applied -> {
            assertThat(applied.allocation().total()).isZero();
            all.add(applied.allocation());
        });
        long repaid = all.stream().mapToLong(Allocation::principal).sum();
        assertThat(position.principalOutstanding()).isEqualTo(position.disbursed() - repaid).isNotNegative();
        assertThat(position.credit()).isEqualTo(all.stream().mapToLong(Allocation::credit).sum()).isNotNegative();
        long interestPaid = all.stream().mapToLong(Allocation::interest).sum();
        assertThat(position.interestEarned())
                .isEqualTo(interestPaid + position.interestDue() + position.interestAccrued());
        assertThat(all).allMatch(a -> a.principal() >= 0 && a.interest() >= 0 && a.overdueInterest() >= 0
                && a.lateInterest() >= 0);
        assertThat(position.overdueInterest()).isNotNegative();
        assertThat(position.lateInterest()).isNotNegative();
        assertThat(position.rows()).allMatch(row -> row.balance() >= 0 && row.principalUnpaid() >= 0
                && row.interestUnpaid() >= 0);
        assertThat(position.rows().get(position.rows().size() - 1).balance()).isZero();
        assertThat(position.rows().stream().mapToLong(RowPosition::principalUnpaid).sum())
                .isEqualTo(position.principalOutstanding());
    }

    @Property
    void aLoanPaidOnTimeFollowsItsContract(@ForAll("terms") LoanTerms terms) {
        RepaymentSchedule contract = RepaymentSchedule.of(terms.repayment(), WorkingDays.WEEKENDS_OFF);
        List<LoanFact> facts = new ArrayList<>();
        facts.add(new LoanFact.Disbursement(START, 0, 500_000_000));
        contract.rows().forEach(row -> facts.add(
                new LoanFact.Payment("p" + row.number(), row.dueOn(), facts.size(), row.payment(), null)));
        LocalDate last = contract.rows().get(contract.rows().size() - 1).dueOn();
        LoanPosition position = RunningLoan.of(terms, WorkingDays.WEEKENDS_OFF, facts).at(last.plusYears(1));
        contract.rows().forEach(row -> assertThat(position.payments().get("p" + row.number()))
                .isEqualTo(new Allocation(row.principal(), row.interest(), 0, 0, 0)));
        assertThat(position.settledOn()).isEqualTo(last);
        assertThat(position.interestEarned()).isEqualTo(contract.totals().interest());
    }

    @Property
    void factsInAnyOrderEndWithTheSamePosition(@ForAll("terms") LoanTerms terms,
            @ForAll("facts") List<LoanFact> facts, @ForAll Random random) {
        List<LoanFact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);
        LocalDate end = START.plusDays(1_100);
        assertThat(RunningLoan.of(terms, WorkingDays.WEEKENDS_OFF, shuffled).atClose(end))
                .isEqualTo(RunningLoan.of(terms, WorkingDays.WEEKENDS_OFF, facts).atClose(end));
    }

    @Property
    void theQuoteSettlesTheLoan(@ForAll("terms") LoanTerms terms, @ForAll("ordinaryFacts") List<LoanFact> facts,
            @ForAll @IntRange(min = 1, max = 1_100) int day) {
        LocalDate on = START.plusDays(day);
        List<LoanFact> known = facts.stream().filter(fact -> !fact.on().isAfter(on)).toList();
        PayoffQuote quote = RunningLoan.of(terms, WorkingDays.WEEKENDS_OFF, known).payoffQuote(on);
        List<LoanFact> settled = new ArrayList<>(known);
        settled.add(new LoanFact.Payment("last", on, 100, quote.total(), EarlyRepayment.PAYOFF));
        LoanPosition position = RunningLoan.of(terms, WorkingDays.WEEKENDS_OFF, settled).at(on.plusYears(1));
        assertThat(position.isSettled()).isTrue();
        assertThat(position.due() + position.principalOutstanding() + position.interestAccrued()).isZero();
        assertThat(position.nextDue()).isEmpty();
    }

    @Property
    void agreesWithAClerkWhoCountsDayByDay(@ForAll("ordinaryFacts") List<LoanFact> facts,
            @ForAll @IntRange(max = 1_100) int day) {
        LoanTerms terms = new LoanTerms(Loans.usualTerms().terms(), new BigDecimal(150),
                new BigDecimal(10), OverdueScope.INSTALMENT);
        LocalDate end = START.plusDays(day);
        LoanPosition position = RunningLoan.of(terms, WorkingDays.WEEKENDS_OFF, facts).atClose(end);
        Clerk clerk = new Clerk(RepaymentSchedule.of(terms.repayment(), WorkingDays.WEEKENDS_OFF));
        clerk.work(facts, START, end);
        assertThat(List.of(position.principalOutstanding(), position.principalDue(), position.interestDue(),
                position.interestAccrued(), position.overdueInterest(), position.lateInterest(), position.credit()))
                .isEqualTo(clerk.balances());
    }
}
