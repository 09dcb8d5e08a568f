package vn.coopfund.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.coopfund.schedule.Loans.due;
import static vn.coopfund.schedule.RepaymentTerms.MOST_PRINCIPAL;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is wrong with agreed rows and tranches, to the last đồng and row. */
class PartsCheckTests {

    private static final LocalDate START = LocalDate.parse("2026-01-15");

    private static TermsBuilder lend(long principal) {
        return RepaymentTerms.lend(principal, START).at(QuotedRate.aYear("6.6"), DayCount.ACT_365);
    }

    private static List<String> wrong(TermsBuilder terms) {
        return terms.terms().violations(WorkingDays.WEEKENDS_OFF).stream()
                .map(violation -> violation.field() + " " + violation.code()).toList();
    }

    private static List<PrincipalDue> rows(int count) {
        return IntStream.range(0, count).mapToObj(i -> new PrincipalDue(START.plusDays(i + 1), 10)).toList();
    }

    @Test
    void takesTheLargestLoanInOneRowAndOneTranche() {
        assertThat(wrong(lend(MOST_PRINCIPAL).repay(List.of(due("2026-07-01", MOST_PRINCIPAL)))
                .tranches(List.of(new Tranche(START, MOST_PRINCIPAL))))).isEmpty();
    }

    @Test
    void refusesAPartAboveTheLargestLoan() {
        assertThat(wrong(lend(1_000).repay(List.of(due("2026-07-01", MOST_PRINCIPAL + 1)))))
                .containsExactly("principals[0].amount schedule.amount.tooLarge");
        assertThat(wrong(lend(1_000).repay(RepaymentMethod.BULLET, 1, Rhythm.months(3))
                .tranches(List.of(new Tranche(START, MOST_PRINCIPAL + 1)))))
                .containsExactly("tranches[0].amount schedule.amount.tooLarge");
    }

    @Test
    void namesTranchesOutOfOrderInTheirOrder() {
        assertThat(wrong(lend(10).repay(RepaymentMethod.BULLET, 1, Rhythm.months(3))
                .tranches(List.of(new Tranche(START.plusDays(9), 5), new Tranche(START.plusDays(2), 5)))))
                .containsExactly("tranches[0].on schedule.tranches.first", "tranches[1].on schedule.date.order");
    }

    @Test
    void takesARateAMonthOnlyUpToAHundredPercentAYear() {
        for (RateConversion year : RateConversion.values()) {
            assertThat(wrong(RepaymentTerms.lend(10, START).at(QuotedRate.aMonth("8.2", year), DayCount.ACT_365)
                    .repay(RepaymentMethod.BULLET, 1, Rhythm.months(3)))).isEmpty();
            assertThat(wrong(RepaymentTerms.lend(10, START).at(QuotedRate.aMonth("10", year), DayCount.ACT_365)
                    .repay(RepaymentMethod.BULLET, 1, Rhythm.months(3)))).containsExactly("rate.value schedule.rate.yearly");
        }
    }

    @Test
    void takesSixHundredRowsAndNoMore() {
        assertThat(wrong(lend(6_000).repay(rows(600)))).isEmpty();
        assertThat(wrong(lend(6_010).repay(rows(601)))).containsExactly("principals schedule.rows.tooMany");
    }

    @Test
    void asksTheLastRowAloneForSomething() {
        assertThat(wrong(lend(10).repay(List.of(due("2026-07-01", 0), due("2026-08-01", 10))))).isEmpty();
        assertThat(wrong(lend(10).repay(List.of(due("2026-07-01", 10), due("2026-08-01", 0)))))
                .containsExactly("principals[1].amount schedule.amount.positive");
        assertThat(wrong(lend(10).repay(List.of(due("2026-07-01", 11), due("2026-08-01", -1)))))
                .containsExactly("principals[1].amount schedule.amount.positive");
    }

    @Test
    void sumsOnlyWhatIsSound() {
        assertThat(wrong(lend(10).repay(List.of(due("2026-07-01", 9))))).containsExactly("principals schedule.sum");
        assertThat(wrong(lend(0).repay(List.of(due("2026-07-01", 9)))))
                .containsExactly("principal schedule.amount.positive");
        assertThat(wrong(lend(MOST_PRINCIPAL + 1).repay(List.of(due("2026-07-01", 9)))))
                .containsExactly("principal schedule.amount.tooLarge");
        assertThat(wrong(lend(10).repay(List.of(due("2026-01-15", 9)))))
                .containsExactly("principals[0].dueOn schedule.date.order");
    }

    @Test
    void admitsTheDatesOfTheInterface() {
        assertThat(wrong(lend(10).repay(List.of(due("2199-12-31", 10))))).isEmpty();
        assertThat(wrong(lend(10).repay(List.of(due("2200-01-01", 10)))))
                .containsExactly("principals[0].dueOn schedule.date.range");
        assertThat(wrong(lend(10).repay(RepaymentMethod.BULLET, 1, Rhythm.months(3))
                .firstDueOn(LocalDate.parse("2200-01-01")))).contains("firstDueOn schedule.date.range");
    }

    @Test
    void takesTheHighestRate() {
        assertThat(wrong(RepaymentTerms.lend(10, START).at(QuotedRate.aYear("100"), DayCount.ACT_365)
                .repay(RepaymentMethod.BULLET, 1, Rhythm.months(3)))).isEmpty();
    }

    @Test
    void wantsTheFirstDueDateOfAgreedRowsToBeTheirs() {
        TermsBuilder terms = lend(10).repay(List.of(due("2026-07-01", 10)));
        assertThat(wrong(terms.firstDueOn(LocalDate.parse("2026-07-01")))).isEmpty();
        assertThat(wrong(terms.firstDueOn(LocalDate.parse("2026-07-02"))))
                .containsExactly("firstDueOn schedule.firstDueOn.custom");
    }
}
