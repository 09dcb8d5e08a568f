package vn.coopfund.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.coopfund.schedule.Loans.due;
import static vn.coopfund.schedule.Loans.interest;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.coopfund.money.Rounding;
import vn.coopfund.schedule.RunningInterest.Kind;

/** The lines that run after a day, and the day on which something else happens. */
class LinesAheadTests {

    private static final long SHARE = 62_500_000;
    private static final long FIRST_INTEREST = 8_136_986;

    private static long position(String day) {
        return LocalDate.parse(day).toEpochDay();
    }

    @Test
    void runsInTermUntilTheFirstDueDate() {
        LoanPosition position = Loans.disbursed().at("2026-01-15");
        assertThat(position.running()).containsExactly(new RunningInterest(Kind.IN_TERM, 1, 500_000_000,
                BigInteger.ZERO, BigInteger.valueOf(33), BigInteger.valueOf(182_500), position("2026-01-15"), 0,
                Rounding.HALF_UP));
        assertThat(position.running().get(0).amountAt(position("2026-04-15"))).isEqualTo(FIRST_INTEREST);
        assertThat(position.nextEventOn()).isEqualTo("2026-04-15");
        assertThat(position.interestFixed()).isZero();
    }

    @Test
    void keepsWhatRanApartFromWhatIsFixed() {
        LoanPosition position = Loans.disbursed().at("2026-06-15");
        assertThat(position.interestFixed()).isEqualTo(FIRST_INTEREST);
        assertThat(position.running().get(0).accrued()).isEqualTo(4_825_685);
        assertThat(position.interestEarned()).isEqualTo(FIRST_INTEREST + 4_825_685);
    }

    @Test
    void addsALineForEachChargeOfAnOverdueRow() {
        LoanPosition position = Loans.disbursed().at("2026-04-15");
        assertThat(position.running()).extracting(RunningInterest::kind, RunningInterest::row, RunningInterest::balance)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.IN_TERM, 2, 500_000_000 - SHARE),
                        org.assertj.core.groups.Tuple.tuple(Kind.OVERDUE, 1, SHARE),
                        org.assertj.core.groups.Tuple.tuple(Kind.LATE, 1, FIRST_INTEREST));
        assertThat(position.running().get(1).amountAt(position("2026-06-15"))).isEqualTo(1_034_075);
        assertThat(position.running().get(2).amountAt(position("2026-06-15"))).isEqualTo(135_988);
    }

    @Test
    void turnsOverdueTheDayAfterTheDueDate() {
        assertThat(Loans.disbursed().at("2026-04-14").nextEventOn()).isEqualTo("2026-04-15");
        assertThat(Loans.disbursed().at("2026-04-15").nextEventOn()).isEqualTo("2026-04-16");
        assertThat(Loans.disbursed().at("2026-04-16").nextEventOn()).isEqualTo("2026-07-15");
    }

    @Test
    void goesOnToTheNextDueDateWhereTheRowIsPaid() {
        LoanPosition position = Loans.disbursed().pay("2026-04-15", SHARE + FIRST_INTEREST).at("2026-04-15");
        assertThat(position.nextEventOn()).isEqualTo("2026-07-15");
        assertThat(position.running()).hasSize(1);
    }

    @Test
    void waitsForTheCloseThatAppliesCredit() {
        Loans loan = Loans.disbursed().pay("2026-04-01", SHARE + FIRST_INTEREST);
        assertThat(loan.at("2026-04-15").nextEventOn()).isEqualTo("2026-04-16");
        assertThat(loan.atClose("2026-04-15").nextEventOn()).isEqualTo("2026-07-15");
    }

    @Test
    void runsTheOverdueRateAloneOnTheWholeBalance() {
        LoanPosition position = Loans.signed(Loans.usualTerms(), OverdueScope.WHOLE_BALANCE)
                .disburse("2026-01-15", 500_000_000).at("2026-06-15");
        assertThat(position.running()).extracting(RunningInterest::kind).containsExactly(Kind.OVERDUE, Kind.LATE);
        assertThat(position.running().get(0).balance()).isEqualTo(500_000_000);
        assertThat(position.interestFixed()).isEqualTo(position.interestEarned());
    }

    @Test
    void runsOnWithoutAnEventAfterTheLastRow() {
        LoanPosition position = Loans.disbursed().at("2028-01-16");
        assertThat(position.nextEventOn()).isNull();
        assertThat(position.running()).hasSize(16).extracting(RunningInterest::kind).doesNotContain(Kind.IN_TERM);
    }

    @Test
    void hasNothingAheadWhereNothingIsOwed() {
        LoanPosition unpaid = Loans.signed(Loans.usualTerms()).at("2026-01-15");
        assertThat(unpaid.nextEventOn()).isNull();
        assertThat(unpaid.running()).isEmpty();
        LoanPosition settled = Loans.disbursed().pay("2026-06-15", 514_132_734, EarlyRepayment.PAYOFF)
                .at("2026-06-15");
        assertThat(settled.nextEventOn()).isNull();
        assertThat(settled.running()).isEmpty();
    }

    @Test
    void knowsTheDayOnWhichPostponedInterestFallsDue() {
        Loans loan = Loans.disbursed().restructure("2026-06-15", "2026-09-01", due("2026-12-15", 500_000_000));
        assertThat(loan.at("2026-06-15").nextEventOn()).isEqualTo("2026-09-01");
        assertThat(loan.at("2026-09-01").nextEventOn()).isEqualTo("2026-09-02");
        assertThat(loan.at("2026-09-02").nextEventOn()).isEqualTo("2026-12-15");
        assertThat(loan.at("2026-08-31").running()).hasSize(1);
    }

    @Test
    void stopsBetweenTheEndOfInterestAndTheMovedDueDate() {
        // interest of row 8 stops on Saturday 15/01/2028, due on Monday
        Loans loan = Loans.signed(Loans.usualTerms().repay(RepaymentMethod.BULLET, 8, Rhythm.months(3))
                .workingDays(WorkingDayRule.NEXT, false)).disburse("2026-01-15", 500_000_000);
        loan.running().contract().rows().subList(0, 7).forEach(row -> loan.pay(row.dueOn().toString(), row.payment()));
        assertThat(loan.at("2028-01-14").nextEventOn()).isEqualTo("2028-01-15");
        assertThat(loan.at("2028-01-15").nextEventOn()).isEqualTo("2028-01-17");
        assertThat(loan.at("2028-01-15").running()).isEmpty();
        assertThat(loan.at("2028-01-17").nextEventOn()).isEqualTo("2028-01-18");
    }

    @Test
    void startsAgainAfterInterestThatWasDueAhead() {
        // 15/08/2026 is a Saturday: due on Friday with the interest through Saturday
        Loans loan = Loans.signed(RepaymentTerms.lend(200, LocalDate.parse("2026-07-15"))
                .at(QuotedRate.aYear("6.6"), DayCount.ACT_365).workingDays(WorkingDayRule.PREVIOUS, false)
                .repay(List.of(due("2026-08-15", 100), due("2026-09-15", 100)))).disburse("2026-07-15", 200);
        loan.pay("2026-08-14", 101);
        LoanPosition friday = loan.at("2026-08-14");
        assertThat(friday.interestEarned()).isEqualTo(interest(200, 31, "6.6"));
        assertThat(friday.running()).isEmpty();
        assertThat(friday.nextEventOn()).isEqualTo("2026-08-15");
        assertThat(loan.at("2026-08-15").running()).hasSize(1);
        assertThat(loan.at("2026-08-15").nextEventOn()).isEqualTo("2026-09-15");
    }

    @Test
    void stopsWhereADateCountsByItsAnchor() {
        // Sunday 28/02/2027 counts as the 30th, the row was due on Friday
        Loans loan = Loans.signed(RepaymentTerms.lend(360_000_000, LocalDate.parse("2027-01-31"))
                .at(QuotedRate.aYear("10"), DayCount.THIRTY_360).workingDays(WorkingDayRule.PREVIOUS, false)
                .repay(RepaymentMethod.BULLET, 2, Rhythm.months(1))).disburse("2027-01-31", 360_000_000);
        assertThat(loan.at("2027-02-26").nextEventOn()).isEqualTo("2027-02-27");
        assertThat(loan.at("2027-02-27").nextEventOn()).isEqualTo("2027-02-28");
        // 3,000,000 late since Friday the 26th: 2 days later it counts as 4
        assertThat(loan.at("2027-02-28").lateInterest()).isEqualTo(3_000_000L * 4 / 3_600);
    }

    @Test
    void roundsAsTheContractDoes() {
        LoanPosition even = Loans.signed(Loans.usualTerms().interestRounding(Rounding.HALF_EVEN))
                .disburse("2026-01-15", 500_000_000).at("2026-06-15");
        assertThat(even.running()).extracting(RunningInterest::rounding)
                .containsExactly(Rounding.HALF_EVEN, Rounding.HALF_UP, Rounding.HALF_UP);
    }
}
