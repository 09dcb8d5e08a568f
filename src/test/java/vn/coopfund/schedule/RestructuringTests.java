package vn.coopfund.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.coopfund.schedule.Loans.due;
import static vn.coopfund.schedule.Loans.interest;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The usual loan, nothing paid, restructured on 15/06/2026 when row 1 is 61 days past due: 250 m on 15/12/2026 and
 * 250 m on 15/12/2027.
 */
class RestructuringTests {

    private static final long SHARE = 62_500_000;
    private static final long FIRST_INTEREST = 8_136_986;
    private static final long OVERDUE_INTEREST = 1_034_075;
    private static final long LATE_INTEREST = 135_988;
    private static final PrincipalDue[] TWO_ROWS = {due("2026-12-15", 250_000_000), due("2027-12-15", 250_000_000)};

    private static Loans restructured(String arrearsDueOn) {
        return Loans.disbursed().restructure("2026-06-15", arrearsDueOn, TWO_ROWS);
    }

    @Test
    void asksForNoPrincipalOnTheDayOfTheDecision() {
        LoanPosition position = restructured(null).at("2026-06-15");
        assertThat(position.principalDue()).isZero();
        assertThat(position.principalOutstanding()).isEqualTo(500_000_000);
        assertThat(position.rows()).extracting(RowPosition::principal).containsExactly(0L, 250_000_000L, 250_000_000L);
        assertThat(position.rows()).extracting(RowPosition::balance)
                .containsExactly(500_000_000L, 250_000_000L, 0L);
    }

    @Test
    void losesNoInterestAndCountsNoneTwiceAtTheSeam() {
        LoanPosition before = Loans.disbursed().at("2026-06-15");
        LoanPosition after = restructured(null).at("2026-06-15");
        assertThat(after.interestEarned()).isEqualTo(before.interestEarned());
        assertThat(after.interestDue()).isEqualTo(FIRST_INTEREST);
        assertThat(after.interestAccrued()).isEqualTo(before.interestAccrued()).isEqualTo(4_825_685);
        assertThat(after.payoffQuote()).isEqualTo(before.payoffQuote());
    }

    @Test
    void carriesTheBrokenPeriodIntoTheFirstNewRow() {
        RowPosition row = restructured(null).at("2026-06-15").rows().get(1);
        assertThat(row.number()).isEqualTo(2);
        assertThat(row.from()).isEqualTo("2026-04-15");
        assertThat(row.dueOn()).isEqualTo("2026-12-15");
        assertThat(row.days()).isEqualTo(61 + 183);
        // 61 days on what was not overdue, 183 days on everything
        assertThat(row.interest()).isEqualTo(interest((500_000_000 - SHARE) * 61 + 500_000_000L * 183, 1, "6.6"));
        assertThat(restructured(null).at("2026-12-15").interestDue())
                .isEqualTo(FIRST_INTEREST + row.interest());
    }

    @Test
    void returnsOverduePrincipalToTheContractRateFromTheDayOfTheDecision() {
        LoanPosition position = restructured(null).at("2026-07-15");
        assertThat(position.overdueInterest()).isEqualTo(OVERDUE_INTEREST).isEqualTo(interest(SHARE, 61, "9.9"));
        assertThat(position.interestAccrued())
                .isEqualTo(interest((500_000_000 - SHARE) * 61 + 500_000_000L * 30, 1, "6.6"));
    }

    @Test
    void leavesInterestArrearsDueWhereTheyWere() {
        LoanPosition position = restructured(null).at("2026-07-15");
        assertThat(position.daysPastDue()).isEqualTo(61 + 30);
        assertThat(position.interestDue()).isEqualTo(FIRST_INTEREST);
        assertThat(position.lateInterest()).isEqualTo(interest(FIRST_INTEREST, 61 + 30, "10"));
    }

    @Test
    void postponesInterestArrearsAndStopsLateInterestUntilThen() {
        Loans loan = restructured("2026-12-15");
        LoanPosition position = loan.at("2026-07-15");
        assertThat(position.daysPastDue()).isZero();
        assertThat(position.interestDue()).isZero();
        assertThat(position.lateInterest()).isEqualTo(LATE_INTEREST).isEqualTo(interest(FIRST_INTEREST, 61, "10"));
        assertThat(position.overdueInterest()).isEqualTo(OVERDUE_INTEREST);
        assertThat(position.nextDue()).hasValueSatisfying(row -> assertThat(row.dueOn()).isEqualTo("2026-12-15"));
        LoanPosition later = loan.at("2026-12-20");
        long secondInterest = interest((500_000_000 - SHARE) * 61 + 500_000_000L * 183, 1, "6.6");
        assertThat(later.interestDue()).isEqualTo(FIRST_INTEREST + secondInterest);
        assertThat(later.daysPastDue()).isEqualTo(5);
        assertThat(later.lateInterest()).isEqualTo(interest(FIRST_INTEREST, 61 + 5, "10")
                + interest(secondInterest, 5, "10"));
        assertThat(later.overdueInterest()).isEqualTo(OVERDUE_INTEREST + interest(250_000_000, 5, "9.9"));
    }

    @Test
    void countsDaysFromTheEarliestDueDateWhereArrearsComeLater() {
        LoanPosition position = restructured("2027-03-15").at("2026-12-16");
        assertThat(position.daysPastDue()).isEqualTo(1);
        assertThat(position.nextDue()).hasValueSatisfying(row -> assertThat(row.number()).isEqualTo(2));
    }

    @Test
    void paysTheOlderDueDateFirstWhereArrearsComeLater() {
        LoanPosition position = restructured("2027-03-15").pay("2027-04-15", 250_000_000 + 1).at("2027-04-15");
        assertThat(position.rows().get(1).principalUnpaid()).isZero();
        assertThat(position.rows().get(1).interestUnpaid()).isEqualTo(position.rows().get(1).interest() - 1);
        assertThat(position.rows().get(0).interestUnpaid()).isEqualTo(FIRST_INTEREST);
    }

    @Test
    void keepsChargesDueThatAlreadyRan() {
        Loans loan = restructured("2026-12-15").pay("2026-07-15", 10_000_000);
        assertThat(loan.allocationOf("2026-07-15")).isEqualTo(new Allocation(0, 0, OVERDUE_INTEREST, LATE_INTEREST,
                10_000_000 - OVERDUE_INTEREST - LATE_INTEREST));
    }

    @Test
    void allocatesOnTheNewRows() {
        long secondInterest = interest((500_000_000 - SHARE) * 61 + 500_000_000L * 183, 1, "6.6");
        Loans loan = restructured("2026-12-15").pay("2026-12-15", 300_000_000);
        assertThat(loan.allocationOf("2026-12-15")).isEqualTo(new Allocation(250_000_000,
                FIRST_INTEREST + secondInterest, OVERDUE_INTEREST, LATE_INTEREST,
                50_000_000 - FIRST_INTEREST - secondInterest - OVERDUE_INTEREST - LATE_INTEREST));
    }

    @Test
    void followsOneAfterTheOther() {
        Loans loan = restructured("2026-12-15").restructure("2026-09-15", "2027-06-15",
                due("2027-06-15", 500_000_000));
        LoanPosition position = loan.at("2027-06-15");
        assertThat(position.rows()).hasSize(2);
        assertThat(position.principalDue()).isEqualTo(500_000_000);
        // 365 days from 15/06/2026 to 15/06/2027, the second decision changes nothing in them
        assertThat(position.interestDue())
                .isEqualTo(FIRST_INTEREST + interest((500_000_000 - SHARE) * 61 + 500_000_000L * 365, 1, "6.6"));
        assertThat(position.overdueInterest()).isEqualTo(OVERDUE_INTEREST);
        assertThat(position.lateInterest()).isEqualTo(LATE_INTEREST);
        assertThat(position.daysPastDue()).isZero();
    }

    @Test
    void beginsAnewWhereAllRowsHadFallenDue() {
        Loans loan = Loans.disbursed().restructure("2028-02-14", null, due("2028-08-14", 500_000_000));
        RowPosition row = loan.at("2028-02-14").rows().get(8);
        assertThat(row.number()).isEqualTo(9);
        assertThat(row.from()).isEqualTo("2028-02-14");
        assertThat(row.interest()).isEqualTo(interest(500_000_000, 182, "6.6"));
        assertThat(loan.at("2028-02-14").overdueInterest()).isEqualTo(Loans.disbursed().at("2028-02-14").overdueInterest());
        assertThat(loan.at("2028-03-14").overdueInterest()).isEqualTo(Loans.disbursed().at("2028-02-14").overdueInterest());
    }

    @Test
    void returnsTheWholeBalanceToTheContractRateThoughOldInterestIsUnpaid() {
        Loans loan = Loans.signed(Loans.usualTerms(), OverdueScope.WHOLE_BALANCE).disburse("2026-01-15", 500_000_000)
                .restructure("2026-06-15", null, TWO_ROWS);
        LoanPosition position = loan.at("2026-07-15");
        assertThat(position.overdueInterest()).isEqualTo(interest(500_000_000, 61, "9.9"));
        assertThat(position.interestAccrued()).isEqualTo(interest(500_000_000, 30, "6.6"));
        assertThat(position.daysPastDue()).isEqualTo(91);
    }

    @Test
    void countsAnEarlierRepaymentOfTheNextRowsOnce() {
        LoanPosition position = Loans.disbursed().pay("2026-02-15", 70_000_000, EarlyRepayment.NEXT)
                .restructure("2026-03-15", null, due("2026-12-15", 230_000_000), due("2027-12-15", 200_000_000))
                .at("2026-12-15");
        assertThat(position.principalOutstanding()).isEqualTo(430_000_000);
        assertThat(position.rows()).extracting(RowPosition::balance).containsExactly(200_000_000L, 0L);
        // 31 days of 500 m, then 430 m from 15/02 to 15/12
        assertThat(position.interestDue()).isEqualTo(interest(500_000_000L * 31 + 430_000_000L * 303, 1, "6.6"));
    }

    @Test
    void shrinksTheAgreedRowsInProportionAfterwards() {
        LoanPosition position = restructured("2026-12-15").pay("2026-07-15", 101_170_063, EarlyRepayment.SMALLER)
                .at("2026-07-15");
        // 101,170,063 less the charges 1,034,075 and 135,988 is 100 m, half from each row
        assertThat(position.rows()).extracting(RowPosition::principal)
                .containsExactly(0L, 200_000_000L, 200_000_000L);
    }

    @Test
    void movesNewDatesOffDaysWithoutWork() {
        // 15/08/2026 is a Saturday
        Loans loan = Loans.signed(Loans.usualTerms().workingDays(WorkingDayRule.NEXT, true))
                .disburse("2026-01-15", 500_000_000)
                .restructure("2026-06-15", null, due("2026-08-15", 250_000_000), due("2027-12-15", 250_000_000));
        assertThat(loan.at("2026-06-15").rows().get(1).dueOn()).isEqualTo("2026-08-17");
    }

    @Test
    void refusesAFirstRowThatMovesBackToTheDecision() {
        Loans loan = Loans.signed(Loans.usualTerms().workingDays(WorkingDayRule.PREVIOUS, true))
                .disburse("2026-01-15", 500_000_000).restructure("2026-08-14", null, due("2026-08-15", 500_000_000));
        assertThatThrownBy(() -> loan.at("2026-08-14")).isInstanceOf(ImpossibleFact.class);
    }

    @Test
    void refusesRowsThatDoNotSumToTheOutstandingPrincipal() {
        LoanFact fact = new LoanFact.Restructure(LocalDate.parse("2026-06-15"), 1,
                List.of(due("2026-12-15", 499_999_999)), null);
        Loans loan = Loans.disbursed().happened(fact);
        assertThat(loan.at("2026-06-14").principalOutstanding()).isEqualTo(500_000_000);
        assertThatThrownBy(() -> loan.at("2026-06-15")).isInstanceOfSatisfying(ImpossibleFact.class,
                refusal -> assertThat(refusal.fact()).isEqualTo(fact)).hasMessageContaining("500000000");
    }

    @Test
    void refusesToRestructureWhatIsNotOwed() {
        Loans loan = Loans.signed(Loans.usualTerms()).restructure("2026-06-15", null, due("2026-12-15", 0));
        assertThatThrownBy(() -> loan.at("2026-06-15")).isInstanceOf(ImpossibleFact.class);
    }

    @Test
    void refusesDatesOutOfOrder() {
        assertThatThrownBy(() -> restructured("2026-06-15")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Loans.disbursed().restructure("2026-06-15", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Loans.disbursed().restructure("2026-06-15", null, due("2026-06-15", 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Loans.disbursed().restructure("2026-06-15", null, due("2026-07-15", 1),
                due("2026-07-15", 1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsTheStartOfThePeriodThatIsBrokenTwice() {
        LoanPosition position = restructured(null).restructure("2026-09-15", null, due("2027-06-15", 500_000_000))
                .at("2026-09-15");
        assertThat(position.rows().get(1).from()).isEqualTo("2026-04-15");
        assertThat(position.rows().get(1).days()).isEqualTo(365 + 61);
        LoanPosition early = Loans.disbursed().restructure("2026-02-15", null, TWO_ROWS).at("2026-02-15");
        assertThat(early.rows().get(0).from()).isEqualTo("2026-01-15");
    }

    @Test
    void countsDaysByThemselvesWhereADueDateIsGone() {
        Loans loan = Loans.signed(RepaymentTerms.lend(360_000_000, LocalDate.parse("2026-01-31"))
                .at(QuotedRate.aYear("10"), DayCount.THIRTY_360)
                .repay(RepaymentMethod.BULLET, 6, Rhythm.months(1))).disburse("2026-01-31", 360_000_000);
        // as a due date 28/02 counts as the 30th, 100,000 a day
        assertThat(loan.at("2026-02-28").interestEarned()).isEqualTo(3_000_000);
        loan.restructure("2026-02-10", null, due("2026-08-31", 360_000_000));
        assertThat(loan.at("2026-02-28").interestEarned()).isEqualTo(2_800_000);
    }

    @Test
    void knowsInterestPaidAheadOfTheBrokenPeriod() {
        // settled, then a tranche leaves and all of it gets a new date
        Loans loan = Loans.disbursed().pay("2026-02-14", 502_712_329, EarlyRepayment.PAYOFF)
                .disburse("2026-02-24", 100_000_000).restructure("2026-03-06", null, due("2026-06-04", 100_000_000));
        assertThat(loan.at("2026-02-14").isSettled()).isTrue();
        LoanPosition position = loan.at("2026-06-04");
        // 30 days of 500 m were paid; 100 days of 100 m are owed, but for the half đồng rounded before
        assertThat(position.interestDue()).isEqualTo(
                interest(500_000_000L * 30 + 100_000_000L * 100, 1, "6.6") - interest(500_000_000, 30, "6.6"));
    }
}
