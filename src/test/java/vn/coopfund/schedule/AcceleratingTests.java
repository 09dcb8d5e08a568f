package vn.coopfund.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.coopfund.schedule.Loans.due;
import static vn.coopfund.schedule.Loans.interest;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The usual loan, nothing paid, called back on 15/06/2026 when row 1 is 61 days past due: the 437,500,000 not yet due are
 * to be paid by 30/06/2026.
 */
class AcceleratingTests {

    private static final long SHARE = 62_500_000;
    private static final long REST = 437_500_000;
    private static final long FIRST_INTEREST = 8_136_986;

    private static Loans called() {
        return Loans.disbursed().accelerate("2026-06-15", "2026-06-30");
    }

    @Test
    void owesTheSameOnTheDayOfTheDecision() {
        LoanPosition before = Loans.disbursed().at("2026-06-15");
        LoanPosition after = called().at("2026-06-15");
        assertThat(after.payoffQuote()).isEqualTo(before.payoffQuote());
        assertThat(after.due()).isEqualTo(before.due()).isEqualTo(71_807_049);
        assertThat(after.interestEarned()).isEqualTo(before.interestEarned());
        assertThat(after.daysPastDue()).isEqualTo(61);
    }

    @Test
    void keepsTheRowThatIsDueAndAsksForAllTheRestOnOneDay() {
        List<RowPosition> rows = called().at("2026-06-15").rows();
        assertThat(rows).extracting(RowPosition::principal).containsExactly(SHARE, REST);
        assertThat(rows).extracting(RowPosition::balance).containsExactly(REST, 0L);
        assertThat(rows.get(0).dueOn()).isEqualTo("2026-04-15");
        assertThat(rows.get(1).dueOn()).isEqualTo("2026-06-30");
        // the broken period from 15/04 goes on: 61 and 15 days on what was not due
        assertThat(rows.get(1).from()).isEqualTo("2026-04-15");
        assertThat(rows.get(1).interest()).isEqualTo(interest(REST, 61 + 15, "6.6"));
    }

    @Test
    void bearsTheOverdueRateOnlyAfterTheDayToPayBy() {
        LoanPosition onTheDay = called().at("2026-06-30");
        assertThat(onTheDay.principalDue()).isEqualTo(500_000_000);
        assertThat(onTheDay.overdueInterest()).isEqualTo(interest(SHARE, 76, "9.9"));
        LoanPosition tenLater = called().at("2026-07-10");
        assertThat(tenLater.overdueInterest()).isEqualTo(interest(SHARE, 86, "9.9") + interest(REST, 10, "9.9"));
        assertThat(tenLater.interestDue()).isEqualTo(FIRST_INTEREST + interest(REST, 76, "6.6"));
        assertThat(tenLater.interestAccrued()).isZero();
        // late interest on each row's own interest, from its own day
        assertThat(tenLater.lateInterest())
                .isEqualTo(interest(FIRST_INTEREST, 86, "10") + interest(interest(REST, 76, "6.6"), 10, "10"));
        assertThat(tenLater.daysPastDue()).isEqualTo(86);
    }

    @Test
    void countsDaysPastDueFromTheDayToPayByWhereNothingWasOverdue() {
        Loans loan = Loans.disbursed().pay("2026-04-15", SHARE + FIRST_INTEREST).accelerate("2026-06-15", "2026-06-30");
        assertThat(loan.at("2026-06-30").daysPastDue()).isZero();
        assertThat(loan.at("2026-07-10").daysPastDue()).isEqualTo(10);
        assertThat(loan.at("2026-06-20").nextDue()).hasValueSatisfying(row -> assertThat(row.dueOn()).isEqualTo("2026-06-30"));
    }

    @Test
    void isSettledByWhatIsDueOnTheDay() {
        long due = called().at("2026-06-30").due();
        LoanPosition paid = called().pay("2026-06-30", due).at("2026-06-30");
        assertThat(paid.isSettled()).isTrue();
        assertThat(paid.credit()).isZero();
        assertThat(due).isEqualTo(called().at("2026-06-30").payoffQuote().total());
    }

    @Test
    void movesOffADayWithoutWorkAsTheContractDoes() {
        // 27/06/2026 is a Saturday
        Loans loan = Loans.signed(Loans.usualTerms().workingDays(WorkingDayRule.NEXT, true)).disburse("2026-01-15", 500_000_000)
                .accelerate("2026-06-15", "2026-06-27");
        assertThat(loan.at("2026-06-28").rows().get(1).dueOn()).isEqualTo("2026-06-29");
    }

    @Test
    void leavesTheScopeOfTheOverdueRateAlone() {
        Loans loan = Loans.signed(Loans.usualTerms(), OverdueScope.WHOLE_BALANCE).disburse("2026-01-15", 500_000_000)
                .accelerate("2026-06-15", "2026-06-30");
        // everything bears the overdue rate since row 1 was not paid, before the decision and after
        assertThat(loan.at("2026-06-15").overdueInterest()).isEqualTo(interest(500_000_000, 61, "9.9"));
        assertThat(loan.at("2026-07-10").overdueInterest()).isEqualTo(interest(500_000_000, 86, "9.9"));
        assertThat(loan.at("2026-07-10").interestEarned()).isEqualTo(FIRST_INTEREST);
    }

    @Test
    void bringsForwardWhatWasPutOff() {
        Loans loan = Loans.disbursed().restructure("2026-06-15", "2027-03-15", due("2026-12-15", 250_000_000),
                due("2027-12-15", 250_000_000)).accelerate("2026-09-15", "2026-09-30");
        LoanPosition onTheDay = loan.at("2026-09-30");
        assertThat(onTheDay.due()).isEqualTo(onTheDay.payoffQuote().total());
        assertThat(loan.at("2026-09-29").due()).isEqualTo(loan.at("2026-09-15").due());
    }

    @Test
    void mayBeRestructuredAfter() {
        LoanPosition position = called().restructure("2026-08-15", null, due("2027-08-15", 500_000_000)).at("2026-08-15");
        assertThat(position.principalDue()).isZero();
        assertThat(position.principalOutstanding()).isEqualTo(500_000_000);
        assertThat(position.overdueInterest()).isEqualTo(interest(SHARE, 122, "9.9") + interest(REST, 46, "9.9"));
    }

    @Test
    void takesMoneyBeforeTheDayAsTheLoanDidBefore() {
        Loans loan = called().pay("2026-06-20", 100_000_000);
        assertThat(loan.allocationOf("2026-06-20").principal()).isEqualTo(SHARE);
        assertThat(loan.at("2026-06-20").credit()).isPositive();
        assertThat(loan.atClose("2026-06-30").credit()).isZero();
    }

    @Test
    void isImpossibleWhereAllIsDueAndWithoutADayToPayBy() {
        assertThatThrownBy(() -> Loans.disbursed().accelerate("2028-02-14", "2028-03-01").at("2028-02-14"))
                .isInstanceOf(ImpossibleFact.class).hasMessageContaining("not yet due");
        assertThatThrownBy(() -> Loans.disbursed().accelerate("2026-06-15", "2026-06-15"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("day to pay by");
    }
}
