package vn.coopfund.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.coopfund.schedule.Loans.due;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proposals for new rows on 15/06/2026. */
class RescheduleTests {

    private static final LoanPosition UNPAID = Loans.disbursed().at("2026-06-15");

    @Test
    void spreadsEverythingOverTheDatesToCome() {
        long part = 71_428_571; // 500,000,000 / 7 = 71,428,571.43
        assertThat(Reschedule.keepingTheEnd(UNPAID)).containsExactly(due("2026-07-15", part),
                due("2026-10-15", part), due("2027-01-15", part), due("2027-04-15", part), due("2027-07-15", part),
                due("2027-10-15", part), due("2028-01-15", 500_000_000 - 6 * part));
    }

    @Test
    void keepsDatesOfInterestOnly() {
        LoanPosition position = Loans.signed(RepaymentTerms.lend(100, LocalDate.parse("2026-01-15"))
                .at(QuotedRate.aYear("6.6"), DayCount.ACT_365)
                .repay(List.of(due("2026-04-15", 40), due("2026-07-15", 0), due("2026-10-15", 60))))
                .disburse("2026-01-15", 100).at("2026-06-15");
        assertThat(Reschedule.keepingTheEnd(position)).containsExactly(due("2026-07-15", 0), due("2026-10-15", 100));
    }

    @Test
    void leavesOutTheDateOfPostponedInterest() {
        LoanPosition position = Loans.disbursed()
                .restructure("2026-06-15", "2026-09-01", due("2026-12-15", 200_000_000), due("2027-12-15", 300_000_000))
                .at("2026-07-01");
        assertThat(Reschedule.keepingTheEnd(position))
                .containsExactly(due("2026-12-15", 250_000_000), due("2027-12-15", 250_000_000));
    }

    @Test
    void stepsBackFromANewEnd() {
        assertThat(Reschedule.until(LocalDate.parse("2026-12-31"), Rhythm.months(3), UNPAID)).containsExactly(
                due("2026-06-30", 166_666_667), due("2026-09-30", 166_666_667), due("2026-12-31", 166_666_666));
        assertThat(Reschedule.until(LocalDate.parse("2026-09-15"), Rhythm.months(3), UNPAID))
                .containsExactly(due("2026-09-15", 500_000_000));
    }

    @Test
    void proposesWhatCanBeDecided() {
        PrincipalDue[] rows = Reschedule.until(LocalDate.parse("2030-01-15"), Rhythm.months(1), UNPAID)
                .toArray(new PrincipalDue[0]);
        assertThat(rows).hasSize(43);
        assertThat(Loans.disbursed().restructure("2026-06-15", null, rows).at("2030-01-15").principalDue())
                .isEqualTo(500_000_000);
    }

    @Test
    void refusesToSpreadOverNoDate() {
        LoanPosition matured = Loans.disbursed().at("2028-01-15");
        assertThatThrownBy(() -> Reschedule.keepingTheEnd(matured)).isInstanceOf(IllegalArgumentException.class);
        LocalDate past = LocalDate.parse("2028-01-15");
        assertThatThrownBy(() -> Reschedule.until(past, Rhythm.months(1), matured))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesEachDateToComeWhereNoPrincipalIs() {
        LoanPosition position = Loans.signed(Loans.usualTerms()).disburse("2026-01-15", 62_500_000).at("2026-06-15");
        assertThat(Reschedule.keepingTheEnd(position)).hasSize(7).first().isEqualTo(due("2026-07-15", 8_928_571));
    }

    @Test
    void proposesNoMoreRowsThanALoanMayHave() {
        LocalDate end = UNPAID.day().plusDays(RepaymentTerms.MOST_ROWS + 1);
        assertThat(Reschedule.until(end, new Rhythm(1, RhythmUnit.DAY), UNPAID)).hasSize(RepaymentTerms.MOST_ROWS);
    }
}
