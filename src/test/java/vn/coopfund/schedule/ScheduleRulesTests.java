package vn.coopfund.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import vn.coopfund.schedule.RepaymentSchedule.Row;

/** What holds for every schedule, whatever its terms. */
class ScheduleRulesTests {

    @Provide
    Arbitrary<RepaymentTerms> terms() {
        Arbitrary<TermsBuilder> lent = Combinators.combine(
                Arbitraries.longs().between(1, 2_000_000_000), days()).as(RepaymentTerms::lend);
        Arbitrary<QuotedRate> rate = Combinators.combine(Arbitraries.integers().between(0, 3_000),
                Arbitraries.of(RateConversion.values()), Arbitraries.of(RateUnit.values())).as(
                        (basisPoints, conversion, unit) -> new QuotedRate(
                                BigDecimal.valueOf(basisPoints, 2), unit, conversion));
        Arbitrary<RepaymentMethod> method = Arbitraries.of(RepaymentMethod.values())
                .filter(m -> m != RepaymentMethod.CUSTOM);
        return Combinators.combine(lent, rate, Arbitraries.of(DayCount.values()), method,
                Arbitraries.integers().between(1, 40), Arbitraries.integers().between(1, 6),
                Arbitraries.of(RhythmUnit.values()), Arbitraries.of(WorkingDayRule.NONE, WorkingDayRule.NEXT))
                .as((lend, quoted, count, how, rows, every, unit, rule) -> lend.at(quoted, count)
                        .repay(how, rows, new Rhythm(every, unit)).workingDays(rule, every % 2 == 0)
                        .principalGrace(rows / 3)
                        .interestEvery(how != RepaymentMethod.EQUAL_INSTALMENT && every == 3
                                ? new Rhythm(1, unit) : null)
                        .instalmentMultiple(how.isRegular() && every == 5 ? 1_000 : 1).terms())
                .filter(terms -> terms.violations(WorkingDays.WEEKENDS_OFF).isEmpty());
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(-10_000, 40_000).map(LocalDate::ofEpochDay);
    }

    @Property
    void principalsSumToTheLoanAndTheBalanceIsNeverNegative(@ForAll("terms") RepaymentTerms terms) {
        RepaymentSchedule schedule = RepaymentSchedule.of(terms, WorkingDays.WEEKENDS_OFF);
        long balance = terms.principal();
        LocalDate from = terms.disbursedOn();
        for (Row row : schedule.rows()) {
            balance -= row.principal();
            assertThat(row.principal()).isNotNegative();
            assertThat(row.interest()).isNotNegative();
            assertThat(row.payment()).isEqualTo(row.principal() + row.interest());
            assertThat(row.balance()).isEqualTo(balance).isNotNegative();
            assertThat(row.from()).isEqualTo(from);
            from = from.plusDays(row.days());
        }
        assertThat(balance).isZero();
        assertThat(schedule.totals().principal()).isEqualTo(terms.principal());
        assertThat(schedule.totals().payment()).isEqualTo(terms.principal() + schedule.totals().interest());
    }

    @Property
    void theInterestOfASplitPeriodIsTheSumOfItsParts(@ForAll DayCount dayCount,
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long balance, @ForAll("days") LocalDate from,
            @ForAll @IntRange(max = 2_000) int first, @ForAll @IntRange(max = 2_000) int second) {
        InterestBasis basis = new InterestBasis(QuotedRate.aYear("6.6").yearly(), dayCount);
        LocalDate middle = from.plusDays(first);
        LocalDate to = middle.plusDays(second);
        BigInteger parts = basis.exact(balance, dayCount.position(middle) - dayCount.position(from))
                .add(basis.exact(balance, dayCount.position(to) - dayCount.position(middle)));
        assertThat(parts).isEqualTo(basis.exact(balance, dayCount.position(to) - dayCount.position(from)));
        assertThat(parts.signum()).isNotNegative();
    }

    @Property
    void aLevelPaymentLeavesLessThanItsRoundingToTheLastRow(
            @ForAll @LongRange(min = 1_000_000, max = 1_000_000_000) long principal, @ForAll("days") LocalDate on,
            @ForAll DayCount dayCount, @ForAll @IntRange(min = 1, max = 60) int rows) {
        RepaymentSchedule schedule = RepaymentSchedule.of(RepaymentTerms.lend(principal, on)
                .at(QuotedRate.aYear("6.6"), dayCount)
                .repay(RepaymentMethod.EQUAL_INSTALMENT, rows, Rhythm.months(1)).terms(), WorkingDays.WEEKENDS_OFF);
        long payment = schedule.rows().get(0).payment();
        assertThat(Math.abs(schedule.rows().get(rows - 1).payment() - payment)).isLessThanOrEqualTo(rows * 2L);
    }

    @Property
    void aLoanPaidOutInOnePartBearsWhatItsTranchesOnThatDayWouldBear(
            @ForAll @LongRange(min = 2, max = 1_000_000_000) long principal, @ForAll("days") LocalDate on) {
        TermsBuilder terms = RepaymentTerms.lend(principal, on).at(QuotedRate.aYear("6.6"), DayCount.ACT_365)
                .repay(RepaymentMethod.EQUAL_PRINCIPAL, 4, Rhythm.months(3));
        RepaymentSchedule whole = RepaymentSchedule.of(terms.terms(), WorkingDays.WEEKENDS_OFF);
        RepaymentSchedule named = RepaymentSchedule.of(
                terms.tranches(List.of(new Tranche(on, principal))).terms(), WorkingDays.WEEKENDS_OFF);
        assertThat(named).isEqualTo(whole);
    }
}
