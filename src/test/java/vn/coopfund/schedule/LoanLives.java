package vn.coopfund.schedule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import vn.coopfund.money.Rounding;
import vn.coopfund.schedule.LoanFact.Arrear;

/** Loans of every convention with lives of every kind: what cannot happen at a moment is not tried. */
record LoanLives(LoanTerms terms, List<LoanFact> facts) {

    static final LocalDate START = LocalDate.of(2027, 10, 29);
    static final int LONGEST = 900;
    private static final long PRINCIPAL = 500_000_000;

    private enum Kind { PAY, PAY_WHAT_IS_DUE, TRANCHE, REFUND, WAIVE, KEEP_THE_END, EXTEND, POSTPONE, CALL_BACK }

    private record Wish(int day, Kind kind, long percent, EarlyRepayment early) {
    }

    RunningLoan loan() {
        return loan(facts);
    }

    RunningLoan loan(List<LoanFact> other) {
        return RunningLoan.of(terms, WorkingDays.WEEKENDS_OFF, other);
    }

    /** What is known at a day's close. */
    RunningLoan through(LocalDate day) {
        return loan(facts.stream().filter(fact -> !fact.on().isAfter(day)).toList());
    }

    static Arbitrary<LoanLives> any() {
        Arbitrary<Integer> days = Arbitraries.oneOf(Arbitraries.integers().between(0, LONGEST),
                Arbitraries.of(31, 61, 92, 122, 123, 124, 152, 183));
        Arbitrary<List<Wish>> wishes = Combinators.combine(days, Arbitraries.of(Kind.values()),
                Arbitraries.longs().between(1, 100), Arbitraries.of(EarlyRepayment.values()).injectNull(0.5))
                .as(Wish::new).list().ofMaxSize(10);
        return Combinators.combine(anyTerms(), Arbitraries.of(true, false), wishes).as(LoanLives::live);
    }

    private static Arbitrary<LoanTerms> anyTerms() {
        return Combinators.combine(Arbitraries.of(RepaymentMethod.values()), Arbitraries.of(DayCount.values()),
                Arbitraries.of(OverdueScope.values()), Arbitraries.of(WorkingDayRule.values()),
                Arbitraries.of(true, false), Arbitraries.of(Rounding.values()),
                Arbitraries.shuffle(Part.values()), Arbitraries.shuffle(Part.values()))
                .as((method, dayCount, scope, rule, follows, rounding, inTerm, overdue) -> new LoanTerms(
                        contract(method).at(QuotedRate.aYear("6.6"), dayCount).workingDays(rule, follows)
                                .interestRounding(rounding).terms(),
                        new BigDecimal(150), new BigDecimal(10), scope, inTerm, overdue));
    }

    /** Monthly on the 31st, so that short months count by their anchor. */
    private static TermsBuilder contract(RepaymentMethod method) {
        TermsBuilder terms = RepaymentTerms.lend(PRINCIPAL, START);
        if (method == RepaymentMethod.CUSTOM) {
            return terms.repay(Reschedule.over(PRINCIPAL, List.of(START.plusMonths(2), START.plusMonths(3),
                    START.plusMonths(7), START.plusMonths(20))));
        }
        return terms.repay(method, 20, Rhythm.months(1)).firstDueOn(LocalDate.of(2027, 12, 31)).principalGrace(2);
    }

    private static LoanLives live(LoanTerms terms, boolean takenOn, List<Wish> wishes) {
        LoanLives life = new LoanLives(terms, new ArrayList<>());
        boolean custom = terms.repayment().method() == RepaymentMethod.CUSTOM;
        life.facts.add(custom && takenOn ? taking() : new LoanFact.Disbursement(START, 0, PRINCIPAL * 3 / 5));
        wishes.stream().sorted(Comparator.comparingInt(Wish::day)).forEach(life::fulfil);
        return life;
    }

    private static LoanFact taking() {
        return new LoanFact.TakenOn(START, 0, PRINCIPAL, List.of(
                new Arrear(START.minusDays(70), 40_000_000, 3_000_001, 500_000, 60_000),
                new Arrear(START.minusDays(9), 50_000_000, 2_000_002, 70_000, 8_000)), 1_234_567);
    }

    private void fulfil(Wish wish) {
        LocalDate on = START.plusDays(wish.day());
        LoanPosition now = loan().at(on);
        long recorded = facts.size();
        switch (wish.kind()) {
            case PAY -> facts.add(payment(wish, on, wish.percent() * 2_345_678));
            case PAY_WHAT_IS_DUE -> facts.add(payment(wish, on, now.due()));
            case TRANCHE -> {
                if (now.disbursed() < PRINCIPAL && facts.stream().noneMatch(fact -> fact.on().equals(on))) {
                    facts.add(new LoanFact.Disbursement(on, recorded, PRINCIPAL - now.disbursed()));
                }
            }
            case REFUND -> facts.add(new LoanFact.Refund(on, recorded, now.credit() * wish.percent() / 100));
            case WAIVE -> facts.add(new LoanFact.Waiver(on, recorded, now.interestDue() * wish.percent() / 100,
                    now.overdueInterest() / 2, now.lateInterest()));
            case CALL_BACK -> callBack(on, now, on.plusDays(5 + wish.percent()));
            default -> restructure(wish, on, now);
        }
    }

    private LoanFact payment(Wish wish, LocalDate on, long amount) {
        return new LoanFact.Payment("p" + facts.size(), on, facts.size(), amount, wish.early());
    }

    private void callBack(LocalDate on, LoanPosition now, LocalDate payBy) {
        boolean allClosed = now.rows().stream().noneMatch(row -> row.from().plusDays(row.days()).isAfter(on));
        if (!allClosed && now.principalOutstanding() > now.principalDue() + closedNotDue(now)) {
            facts.add(new LoanFact.Acceleration(on, facts.size(), payBy));
        }
    }

    /** Principal whose interest has stopped and that is due within days. */
    private static long closedNotDue(LoanPosition now) {
        return now.rows().stream().filter(row -> row.dueOn().isAfter(now.day())
                && !row.from().plusDays(row.days()).isAfter(now.day())).mapToLong(RowPosition::principalUnpaid).sum();
    }

    private void restructure(Wish wish, LocalDate on, LoanPosition now) {
        LocalDate end = on.plusDays(10 + 4 * wish.percent());
        boolean extend = wish.kind() != Kind.KEEP_THE_END
                || now.rows().stream().noneMatch(row -> row.from().plusDays(row.days()).isAfter(on.plusDays(5)));
        List<PrincipalDue> rows = extend ? Reschedule.until(end, Rhythm.months(1), now)
                : Reschedule.keepingTheEnd(now);
        // a first row within days of the decision may move back to it
        if (now.principalOutstanding() > 0 && rows.get(0).dueOn().isAfter(on.plusDays(4))) {
            facts.add(new LoanFact.Restructure(on, facts.size(), rows,
                    wish.kind() == Kind.POSTPONE ? on.plusDays(wish.percent()) : null));
        }
    }
}
