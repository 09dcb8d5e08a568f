package vn.coopfund.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.coopfund.schedule.RunningInterest.Kind;

/** What holds through tranches, payments, refunds, waivers, restructurings and a taking on, in any convention. */
class LoanLifeRulesTests {

    @Provide
    Arbitrary<LoanLives> lives() {
        return LoanLives.any();
    }

    @Property
    void noDongIsMadeOrLost(@ForAll("lives") LoanLives life, @ForAll @IntRange(max = 1_400) int days) {
        LocalDate day = LoanLives.START.plusDays(days);
        LoanPosition position = life.loan().atClose(day);
        Allocation moved = position.creditApplied().stream().map(CreditApplied::allocation)
                .reduce(Allocation.NONE, Allocation::plus);
        assertThat(moved.total()).isZero();
        Allocation all = position.payments().values().stream().reduce(moved, Allocation::plus);
        assertThat(all.total()).isEqualTo(paid(life, day));
        assertThat(all.credit() - refunded(life, day)).isEqualTo(position.credit()).isNotNegative();
        assertThat(all.principal() + position.principalOutstanding()).isEqualTo(position.disbursed());
        assertThat(position.principalOutstanding()).isNotNegative();
        assertThat(position.interestEarned()).isEqualTo(all.interest() + position.waived().interest()
                + position.interestDue() + position.interestAccrued());
        assertThat(position.overdueInterest()).isNotNegative();
        assertThat(position.lateInterest()).isNotNegative();
        assertThat(position.waived().principal()).isZero();
    }

    @Property
    void theRowsSumToTheOutstandingPrincipal(@ForAll("lives") LoanLives life,
            @ForAll @IntRange(max = 1_400) int days) {
        LoanPosition position = life.loan().at(LoanLives.START.plusDays(days));
        assertThat(position.rows()).allMatch(row -> row.balance() >= 0 && row.principal() >= 0
                && row.principalUnpaid() >= 0 && row.interestUnpaid() >= 0 && row.overdueInterest() >= 0
                && row.lateInterest() >= 0);
        assertThat(position.rows().stream().mapToLong(RowPosition::principalUnpaid).sum())
                .isEqualTo(position.principalOutstanding());
        assertThat(position.rows().get(position.rows().size() - 1).balance()).isZero();
        for (int i = 0; i < position.rows().size(); i++) {
            assertThat(position.rows().get(i).number()).isEqualTo(i + 1);
        }
    }

    @Property
    void theRunningLinesTellEveryDayUntilTheNextEvent(@ForAll("lives") LoanLives life,
            @ForAll @IntRange(max = 1_100) int days, @ForAll boolean closed) {
        LocalDate day = LoanLives.START.plusDays(days);
        DayCount dayCount = life.terms().repayment().dayCount();
        RunningLoan loan = life.through(day);
        LoanPosition from = closed ? loan.atClose(day) : loan.at(day);
        assertThat(from.nextEventOn()).isNotEqualTo(day);
        LocalDate end = from.nextEventOn() == null ? day.plusDays(70) : from.nextEventOn();
        for (LocalDate later = day.plusDays(1); later.isBefore(end); later = later.plusDays(1)) {
            assertThat(carried(dayCount, from, later)).isEqualTo(figures(loan.at(later)));
            assertThat(carried(dayCount, from, later)).isEqualTo(figures(loan.atClose(later)));
        }
    }

    @Property
    void factsRecordedInAnyOrderEndAlike(@ForAll("lives") LoanLives life, @ForAll Random random) {
        List<LoanFact> shuffled = new ArrayList<>(life.facts());
        Collections.shuffle(shuffled, random);
        LocalDate end = LoanLives.START.plusDays(LoanLives.LONGEST + 100);
        assertThat(life.loan(shuffled).atClose(end)).isEqualTo(life.loan().atClose(end));
    }

    @Property
    void aFactOfLaterChangesNothingBefore(@ForAll("lives") LoanLives life, @ForAll @IntRange(max = 900) int days) {
        LocalDate day = LoanLives.START.plusDays(days);
        assertThat(life.through(day).atClose(day)).isEqualTo(life.loan().atClose(day));
    }

    @Property
    void aReversedPaymentNeverHappened(@ForAll("lives") LoanLives life, @ForAll @IntRange(max = 900) int days) {
        LocalDate day = LoanLives.START.plusDays(days);
        LoanFact mistaken = new LoanFact.Payment("mistaken", day, 1_000, 77_777_777, EarlyRepayment.SMALLER);
        RunningLoan known = life.through(day);
        RunningLoan mistakenly = known.with(mistaken);
        assertThat(mistakenly.at(day.plusDays(200)).payments()).containsKey("mistaken");
        assertThat(mistakenly.without(mistaken).at(day.plusDays(200))).isEqualTo(known.at(day.plusDays(200)));
    }

    @Property
    void interestIsNeverUnearned(@ForAll("lives") LoanLives life, @ForAll @IntRange(max = 1_100) int days) {
        LocalDate day = LoanLives.START.plusDays(days);
        LoanPosition before = life.through(day).atClose(day);
        LoanPosition next = life.through(day).atClose(day.plusDays(1));
        assertThat(next.interestEarned()).isGreaterThanOrEqualTo(before.interestEarned());
        assertThat(next.principalOutstanding()).isLessThanOrEqualTo(before.principalOutstanding());
    }

    @Property
    void eachMomentIsWhatAReplayOfThePastUntilThenSays(@ForAll("lives") LoanLives life,
            @ForAll @IntRange(max = 1_100) int days) {
        LocalDate day = LoanLives.START.plusDays(days);
        List<LoanFact> past = new ArrayList<>();
        LoanMoment.Owed last = null;
        for (LoanMoment moment : life.loan().moments(day)) {
            if (moment.fact() != null) {
                past.add(moment.fact());
            }
            boolean closed = moment.kind() == LoanMoment.Kind.CREDIT_USED;
            LoanPosition then = closed ? life.loan(past).atClose(moment.on()) : life.loan(past).at(moment.on());
            LoanMoment.Owed owed = owed(then);
            // interest runs before the day's rows fall due
            boolean early = moment.kind() == LoanMoment.Kind.RAN;
            assertThat(moment.owed()).isEqualTo(early ? new LoanMoment.Owed(owed.principal(), moment.owed().interestDue(),
                    moment.owed().interestAccrued(), owed.overdueInterest(), owed.lateInterest(), owed.credit()) : owed);
            last = moment.owed();
        }
        assertThat(past).hasSize((int) life.facts().stream().filter(fact -> !fact.on().isAfter(day)).count());
        if (last != null) {
            assertThat(last).isEqualTo(owed(life.loan().at(day)));
        }
    }

    private static LoanMoment.Owed owed(LoanPosition then) {
        return new LoanMoment.Owed(then.principalOutstanding(), then.interestDue(), then.interestAccrued(),
                then.overdueInterest(), then.lateInterest(), then.credit());
    }

    @Property
    void decidingTheSameRowsAgainChangesNothing(@ForAll DayCount dayCount,
            @ForAll @IntRange(max = 89) int days, @ForAll @IntRange(max = 900) int later) {
        LocalDate start = LocalDate.of(2026, 1, 15);
        Loans plain = Loans.signed(Loans.usualTerms().at(QuotedRate.aYear("6.6"), dayCount))
                .disburse(start.toString(), 500_000_000);
        List<PrincipalDue> same = plain.running().contract().rows().stream()
                .map(row -> new PrincipalDue(row.dueOn(), row.principal())).toList();
        RunningLoan again = plain.running().with(new LoanFact.Restructure(start.plusDays(days), 9, same, null));
        LocalDate day = start.plusDays(days + later);
        assertThat(again.atClose(day)).isEqualTo(plain.running().atClose(day));
    }

    private static long paid(LoanLives life, LocalDate day) {
        return life.facts().stream().filter(fact -> !fact.on().isAfter(day))
                .filter(LoanFact.Payment.class::isInstance).mapToLong(f -> ((LoanFact.Payment) f).amount()).sum();
    }

    private static long refunded(LoanLives life, LocalDate day) {
        return life.facts().stream().filter(fact -> !fact.on().isAfter(day))
                .filter(LoanFact.Refund.class::isInstance).mapToLong(f -> ((LoanFact.Refund) f).amount()).sum();
    }

    private static List<Long> carried(DayCount dayCount, LoanPosition from, LocalDate later) {
        long earned = from.interestFixed() + amounts(dayCount, from, Kind.IN_TERM, later);
        return List.of(from.principalOutstanding(), from.principalDue(), from.interestDue(), earned,
                from.interestAccrued() + earned - from.interestEarned(),
                from.overdueInterest() + grown(dayCount, from, Kind.OVERDUE, later),
                from.lateInterest() + grown(dayCount, from, Kind.LATE, later), from.credit());
    }

    private static List<Long> figures(LoanPosition position) {
        return List.of(position.principalOutstanding(), position.principalDue(), position.interestDue(),
                position.interestEarned(), position.interestAccrued(), position.overdueInterest(),
                position.lateInterest(), position.credit());
    }

    private static long amounts(DayCount dayCount, LoanPosition from, Kind kind, LocalDate later) {
        return from.running().stream().filter(line -> line.kind() == kind)
                .mapToLong(line -> line.amountAt(dayCount.position(later))).sum();
    }

    private static long grown(DayCount dayCount, LoanPosition from, Kind kind, LocalDate later) {
        return amounts(dayCount, from, kind, later) - from.running().stream().filter(line -> line.kind() == kind)
                .mapToLong(RunningInterest::accrued).sum();
    }
}
