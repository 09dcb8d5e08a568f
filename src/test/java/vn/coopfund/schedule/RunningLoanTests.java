package vn.coopfund.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.coopfund.schedule.Loans.interest;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.coopfund.schedule.RepaymentSchedule.Row;

/** The usual loan: 500 m at 6.6 % on ACT/365, 8 quarterly shares of 62.5 m from 15/04/2026. */
class RunningLoanTests {

    private static final long SHARE = 62_500_000;
    private static final long FIRST_INTEREST = 8_136_986;

    @Test
    void matchesTheGoldenVectorOfTheUnpaidFirstRow() {
        LoanPosition position = Loans.disbursed().at("2026-06-15");
        assertThat(position.principalOutstanding()).isEqualTo(500_000_000);
        assertThat(position.principalDue()).isEqualTo(SHARE);
        assertThat(position.interestDue()).isEqualTo(FIRST_INTEREST);
        assertThat(position.overdueInterest()).isEqualTo(1_034_075).isEqualTo(interest(SHARE, 61, "9.9"));
        assertThat(position.lateInterest()).isEqualTo(135_988).isEqualTo(interest(FIRST_INTEREST, 61, "10"));
        assertThat(position.interestAccrued()).isEqualTo(4_825_685)
                .isEqualTo(interest(500_000_000 - SHARE, 61, "6.6"));
        assertThat(position.daysPastDue()).isEqualTo(61);
        assertThat(position.due()).isEqualTo(71_807_049)
                .isEqualTo(SHARE + FIRST_INTEREST + 1_034_075 + 135_988);
        assertThat(position.payoffQuote().total()).isEqualTo(514_132_734)
                .isEqualTo(71_807_049 + (500_000_000 - SHARE) + 4_825_685);
    }

    @Test
    void chargesTheOverdueRateOnAllPrincipalWhereTheScopeIsTheWholeBalance() {
        LoanPosition position = Loans.signed(Loans.usualTerms(), OverdueScope.WHOLE_BALANCE)
                .disburse("2026-01-15", 500_000_000).at("2026-06-15");
        assertThat(position.overdueInterest()).isEqualTo(8_272_603).isEqualTo(interest(500_000_000, 61, "9.9"));
        assertThat(position.interestAccrued()).isZero();
        assertThat(position.principalDue()).isEqualTo(SHARE);
    }

    @Test
    void returnsTheWholeBalanceToTheContractRateOnceTheArrearsArePaid() {
        LoanPosition position = Loans.signed(Loans.usualTerms(), OverdueScope.WHOLE_BALANCE)
                .disburse("2026-01-15", 500_000_000).pay("2026-06-15", 500_000_000).at("2026-07-14");
        assertThat(position.daysPastDue()).isZero();
        assertThat(position.interestAccrued()).isEqualTo(interest(500_000_000 - SHARE, 29, "6.6"));
    }

    @Test
    void followsTheContractWherePaidOnTime() {
        Loans loan = Loans.disbursed();
        RepaymentSchedule contract = loan.running().contract();
        contract.rows().forEach(row -> loan.pay(row.dueOn().toString(), row.payment()));
        for (Row row : contract.rows()) {
            LoanPosition position = loan.at(row.dueOn().toString());
            assertThat(position.payments().get(row.dueOn().toString()))
                    .isEqualTo(new Allocation(row.principal(), row.interest(), 0, 0, 0));
            assertThat(position.principalOutstanding()).isEqualTo(row.balance());
            assertThat(position.due()).isZero();
        }
        LoanPosition end = loan.at("2028-01-15");
        assertThat(end.settledOn()).isEqualTo("2028-01-15");
        assertThat(end.nextDue()).isEmpty();
        assertThat(end.interestEarned()).isEqualTo(37_045_890);
        assertThat(end.rows()).extracting(RowPosition::state).containsOnly(InstalmentState.PAID);
    }

    @Test
    void showsTheContractsRowsRightAfterAPlannedDisbursement() {
        Loans loan = Loans.disbursed();
        assertThat(loan.at("2026-01-15").rows()).extracting(row -> new Row(row.number(), row.from(), row.dueOn(),
                row.days(), row.principal(), row.interest(), row.payment(), row.balance()))
                .isEqualTo(loan.running().contract().rows());
    }

    @Test
    void startsInterestOnTheDayTheMoneyLeaves() {
        RowPosition first = Loans.signed(Loans.usualTerms()).disburse("2026-01-20", 500_000_000)
                .at("2026-01-20").rows().get(0);
        assertThat(first.from()).isEqualTo("2026-01-20");
        assertThat(first.dueOn()).isEqualTo("2026-04-15");
        assertThat(first.days()).isEqualTo(85);
        assertThat(first.interest()).isEqualTo(interest(500_000_000, 85, "6.6"));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-15, 0", "2026-01-16, 1", "2026-02-15, 31", "2026-04-14, 89"})
    void accruesFromTheExactInterestSinceThePeriodsStart(String day, long days) {
        LoanPosition position = Loans.disbursed().at(day);
        assertThat(position.interestAccrued()).isEqualTo(interest(500_000_000, days, "6.6"));
        assertThat(position.interestDue()).isZero();
        assertThat(position.daysPastDue()).isZero();
    }

    @Test
    void isDueAndNotOverdueOnTheDueDate() {
        LoanPosition position = Loans.disbursed().at("2026-04-15");
        assertThat(position.due()).isEqualTo(SHARE + FIRST_INTEREST);
        assertThat(position.daysPastDue()).isZero();
        assertThat(position.interestAccrued()).isZero();
        assertThat(position.rows().get(0).state()).isEqualTo(InstalmentState.DUE);
        assertThat(Loans.disbursed().at("2026-04-16").daysPastDue()).isEqualTo(1);
        assertThat(Loans.disbursed().at("2026-04-16").rows().get(0).state()).isEqualTo(InstalmentState.OVERDUE);
    }

    @Test
    void paysInterestBeforePrincipalInTerm() {
        Loans loan = Loans.disbursed().pay("2026-04-15", 10_000_000);
        assertThat(loan.allocationOf("2026-04-15"))
                .isEqualTo(new Allocation(10_000_000 - FIRST_INTEREST, FIRST_INTEREST, 0, 0, 0));
        assertThat(loan.at("2026-04-15").rows().get(0).state()).isEqualTo(InstalmentState.PARTIAL);
    }

    @Test
    void paysPrincipalBeforeInterestWhereOverdue() {
        assertThat(Loans.disbursed().pay("2026-06-15", 70_000_000).allocationOf("2026-06-15"))
                .isEqualTo(new Allocation(SHARE, 70_000_000 - SHARE, 0, 0, 0));
    }

    @Test
    void paysChargesAfterArrearsAndKeepsTheRestAsCredit() {
        Loans loan = Loans.disbursed().pay("2026-06-15", 100_000_000);
        assertThat(loan.allocationOf("2026-06-15")).isEqualTo(
                new Allocation(SHARE, FIRST_INTEREST, 1_034_075, 135_988, 100_000_000 - 71_807_049));
        LoanPosition position = loan.at("2026-06-15");
        assertThat(position.credit()).isEqualTo(28_192_951);
        assertThat(position.daysPastDue()).isZero();
        assertThat(position.principalOutstanding()).isEqualTo(500_000_000 - SHARE);
    }

    @Test
    void doesNotCallALoanOverdueForItsChargesAlone() {
        LoanPosition position = Loans.disbursed().pay("2026-06-15", SHARE + FIRST_INTEREST).at("2026-06-20");
        assertThat(position.daysPastDue()).isZero();
        assertThat(position.overdueInterest()).isEqualTo(1_034_075);
        assertThat(position.lateInterest()).isEqualTo(135_988);
    }

    @Test
    void chargesTheExactTotalLessWhatWasCharged() {
        Loans loan = Loans.disbursed().pay("2026-05-01", SHARE / 2).pay("2026-06-15", 1_000_000_000);
        // 62.5 m for 16 days, then half of it for 45
        long exactTotal = interest(SHARE * 16 + SHARE / 2 * 45, 1, "9.9");
        assertThat(loan.allocationOf("2026-06-15").overdueInterest()).isEqualTo(exactTotal);
        assertThat(loan.allocationOf("2026-05-01").principal()).isEqualTo(SHARE / 2);
    }

    @Test
    void paysTheOldestRowFirst() {
        Loans loan = Loans.disbursed().pay("2026-08-01", SHARE + 1_000_000);
        LoanPosition position = loan.at("2026-08-01");
        assertThat(position.rows().get(0).principalUnpaid()).isZero();
        assertThat(position.rows().get(1).principalUnpaid()).isEqualTo(SHARE - 1_000_000);
        assertThat(position.daysPastDue()).isEqualTo(108);
        assertThat(position.nextDue()).hasValueSatisfying(row -> {
            assertThat(row.dueOn()).isEqualTo("2026-04-15");
            assertThat(row.principalUnpaid()).isZero();
            assertThat(row.interestUnpaid()).isEqualTo(FIRST_INTEREST);
        });
    }

    @Test
    void keepsAPaymentBeforeTheDueDateAsCreditUntilItsClose() {
        Loans loan = Loans.disbursed().pay("2026-04-01", SHARE + FIRST_INTEREST + 5);
        assertThat(loan.allocationOf("2026-04-01").credit()).isEqualTo(SHARE + FIRST_INTEREST + 5);
        assertThat(loan.at("2026-04-15").principalOutstanding()).isEqualTo(500_000_000);
        LoanPosition close = loan.atClose("2026-04-15");
        assertThat(close.principalOutstanding()).isEqualTo(500_000_000 - SHARE);
        assertThat(close.credit()).isEqualTo(5);
        assertThat(close.creditApplied()).containsExactly(new CreditApplied(LocalDate.parse("2026-04-15"),
                new Allocation(SHARE, FIRST_INTEREST, 0, 0, -SHARE - FIRST_INTEREST)));
        assertThat(loan.at("2026-04-16").daysPastDue()).isZero();
        assertThat(loan.at("2026-04-16").interestAccrued()).isEqualTo(interest(500_000_000 - SHARE, 1, "6.6"));
    }

    @Test
    void settlesOnTheQuoteOfTheDay() {
        Loans loan = Loans.disbursed().pay("2026-06-15", 514_132_734, EarlyRepayment.PAYOFF);
        assertThat(loan.allocationOf("2026-06-15"))
                .isEqualTo(new Allocation(500_000_000, FIRST_INTEREST + 4_825_685, 1_034_075, 135_988, 0));
        LoanPosition later = loan.at("2027-06-15");
        assertThat(later.isSettled()).isTrue();
        assertThat(later.settledOn()).isEqualTo("2026-06-15");
        assertThat(later.nextDue()).isEmpty();
        assertThat(later.daysPastDue()).isZero();
        assertThat(later.payoffQuote().total()).isZero();
        assertThat(later.rows()).extracting(RowPosition::state).containsOnly(InstalmentState.PAID);
    }

    @Test
    void countsCreditWhenItSettlesAndKeepsWhatIsTooMuch() {
        Loans loan = Loans.disbursed().pay("2026-02-01", 20_000_000);
        long quote = loan.at("2026-03-01").payoffQuote().total();
        // 45 days of 500 m, less the credit
        assertThat(quote).isEqualTo(500_000_000 + interest(500_000_000, 45, "6.6") - 20_000_000);
        loan.pay("2026-03-01", quote + 7, EarlyRepayment.PAYOFF);
        assertThat(loan.allocationOf("2026-03-01").total()).isEqualTo(quote + 7);
        assertThat(loan.allocationOf("2026-03-01").credit()).isEqualTo(7 - 20_000_000);
        assertThat(loan.at("2026-03-01").credit()).isEqualTo(7);
        assertThat(loan.at("2026-03-01").isSettled()).isTrue();
    }

    @Test
    void takesAPayoffBelowTheQuoteAsAnOrdinaryPayment() {
        Loans loan = Loans.disbursed().pay("2026-06-15", 514_132_733, EarlyRepayment.PAYOFF);
        assertThat(loan.at("2026-06-15").isSettled()).isFalse();
        assertThat(loan.at("2026-06-15").credit()).isEqualTo(514_132_733 - 71_807_049);
    }

    @Test
    void keepsAPaymentOnASettledLoanAsCredit() {
        LoanPosition position = Loans.disbursed().pay("2026-06-15", 514_132_734, EarlyRepayment.PAYOFF)
                .pay("2026-07-01", 9).at("2026-08-01");
        assertThat(position.credit()).isEqualTo(9);
        assertThat(position.isSettled()).isTrue();
    }

    @Test
    void takesThePrincipalOfTheNextRows() {
        LoanPosition position = Loans.disbursed().pay("2026-02-15", 70_000_000, EarlyRepayment.NEXT).at("2026-02-15");
        assertThat(position.principalOutstanding()).isEqualTo(430_000_000);
        assertThat(position.credit()).isZero();
        assertThat(position.payments().get("2026-02-15")).isEqualTo(new Allocation(70_000_000, 0, 0, 0, 0));
        assertThat(position.rows().get(0).principalUnpaid()).isZero();
        assertThat(position.rows().get(1).principalUnpaid()).isEqualTo(SHARE - 7_500_000);
        // 31 days of 500 m and 59 of 430 m, due on the row's date
        assertThat(position.rows().get(0).interest())
                .isEqualTo(interest(500_000_000L * 31 + 430_000_000L * 59, 1, "6.6"));
        assertThat(position.rows().get(7).balance()).isZero();
    }

    @Test
    void endsEarlierWithTheSameShare() {
        LoanPosition position = Loans.disbursed().pay("2026-02-15", 100_000_000, EarlyRepayment.FEWER).at("2026-02-15");
        assertThat(position.rows()).extracting(RowPosition::principal).containsExactly(
                SHARE, SHARE, SHARE, SHARE, SHARE, SHARE, 400_000_000 - 6 * SHARE, 0L);
        assertThat(position.rows().get(7).state()).isEqualTo(InstalmentState.SCHEDULED);
        assertThat(position.rows().get(7).balance()).isZero();
    }

    @Test
    void paysASmallerShareOnTheSameDates() {
        LoanPosition position = Loans.disbursed().pay("2026-04-15", SHARE + FIRST_INTEREST + 100_000_000,
                EarlyRepayment.SMALLER).at("2026-04-15");
        long share = 48_214_286; // 337,500,000 / 7 = 48,214,285.71
        assertThat(position.rows().subList(1, 7)).extracting(RowPosition::principal).containsOnly(share);
        assertThat(position.rows().get(7).principal()).isEqualTo(337_500_000 - 6 * share);
        assertThat(position.rows().get(0).balance()).isEqualTo(337_500_000);
    }

    @Test
    void paysASmallerLevelPaymentOnTheSameDates() {
        LoanPosition position = Loans
                .signed(Loans.usualTerms().repay(RepaymentMethod.EQUAL_INSTALMENT, 8, Rhythm.months(3)))
                .disburse("2026-01-15", 500_000_000).pay("2026-02-15", 100_000_000, EarlyRepayment.SMALLER)
                .at("2026-02-15");
        long payment = position.rows().get(0).payment();
        assertThat(position.rows().subList(0, 7)).extracting(RowPosition::payment).containsOnly(payment);
        assertThat(Math.abs(position.rows().get(7).payment() - payment)).isLessThan(8);
        assertThat(position.rows().get(7).balance()).isZero();
    }

    @Test
    void keepsTheLevelPaymentAndEndsEarlier() {
        Loans loan = Loans.signed(Loans.usualTerms().repay(RepaymentMethod.EQUAL_INSTALMENT, 8, Rhythm.months(3)))
                .disburse("2026-01-15", 500_000_000);
        long payment = loan.running().contract().rows().get(0).payment();
        LoanPosition position = loan.pay("2026-02-15", 150_000_000, EarlyRepayment.FEWER).at("2026-02-15");
        assertThat(position.rows().subList(0, 5)).extracting(RowPosition::payment).containsOnly(payment);
        assertThat(position.rows().get(5).payment()).isLessThan(payment);
        assertThat(position.rows().get(7).principal()).isZero();
    }

    @Test
    void asksOnlyForWhatWasPaidOut() {
        Loans loan = Loans.signed(Loans.usualTerms().tranches(List.of(
                new Tranche(LocalDate.parse("2026-01-15"), 300_000_000),
                new Tranche(LocalDate.parse("2026-02-15"), 200_000_000)))).disburse("2026-01-15", 300_000_000);
        assertThat(loan.at("2026-01-15").rows()).extracting(RowPosition::principal).containsExactly(
                SHARE, SHARE, SHARE, SHARE, 300_000_000 - 4 * SHARE, 0L, 0L, 0L);
        LoanPosition whole = loan.disburse("2026-02-15", 200_000_000).at("2026-04-15");
        assertThat(whole.interestDue()).isEqualTo(7_015_890);
        assertThat(whole.rows()).extracting(RowPosition::principal).containsOnly(SHARE);
    }

    @Test
    void countsFromTheMovedDueDate() {
        // 15/01/2028 is a Saturday
        Loans loan = Loans.signed(Loans.usualTerms().repay(RepaymentMethod.BULLET, 8, Rhythm.months(3))
                .workingDays(WorkingDayRule.NEXT, true)).disburse("2026-01-15", 500_000_000);
        assertThat(loan.at("2028-01-17").rows().get(7).state()).isEqualTo(InstalmentState.DUE);
        assertThat(loan.at("2028-01-17").rows().get(7).days()).isEqualTo(94);
        assertThat(loan.at("2028-01-18").rows().get(7).overdueInterest()).isEqualTo(interest(500_000_000, 1, "9.9"));
    }

    @Test
    void chargesNothingBetweenAPlannedDayAndTheDayItMovedTo() {
        // interest stops on Saturday 15/01/2028, the row is due on Monday
        Loans loan = Loans.signed(Loans.usualTerms().repay(RepaymentMethod.BULLET, 8, Rhythm.months(3))
                .workingDays(WorkingDayRule.NEXT, false)).disburse("2026-01-15", 500_000_000);
        loan.running().contract().rows().subList(0, 7).forEach(row -> loan.pay(row.dueOn().toString(), row.payment()));
        long lastInterest = interest(500_000_000, 92, "6.6");
        LoanPosition sunday = loan.at("2028-01-16");
        assertThat(sunday.due()).isZero();
        assertThat(sunday.interestAccrued()).isEqualTo(lastInterest);
        LoanPosition monday = loan.at("2028-01-17");
        assertThat(monday.due()).isEqualTo(500_000_000 + lastInterest);
        assertThat(monday.daysPastDue()).isZero();
        LoanPosition tuesday = loan.at("2028-01-18");
        assertThat(tuesday.overdueInterest()).isEqualTo(interest(500_000_000, 1, "9.9"));
        assertThat(tuesday.daysPastDue()).isEqualTo(1);
    }

    @Test
    void asksNoInterestForMovedDaysWhereItDoesNotFollow() {
        Loans next = Loans.signed(Loans.usualTerms().workingDays(WorkingDayRule.NEXT, false))
                .disburse("2026-01-15", 500_000_000);
        RunningLoan loan = next.running();
        assertThat(next.at("2026-01-15").rows()).extracting(RowPosition::interest)
                .isEqualTo(loan.contract().rows().stream().map(Row::interest).toList());
        Loans previous = Loans.signed(Loans.usualTerms().workingDays(WorkingDayRule.PREVIOUS, false))
                .disburse("2026-01-15", 500_000_000);
        // the last row is due on Friday 14/01/2028 with its interest through Saturday
        previous.running().contract().rows().forEach(row -> previous.pay(row.dueOn().toString(), row.payment()));
        assertThat(previous.at("2028-01-14").settledOn()).isEqualTo("2028-01-14");
        assertThat(previous.at("2028-02-14").interestEarned()).isEqualTo(37_045_890);
    }

    @Test
    void replaysAFactLearnedLateInItsPlace() {
        Loans late = Loans.disbursed().pay("2026-06-15", 71_807_049).pay("2026-04-15", 30_000_000);
        Loans inOrder = Loans.disbursed().pay("2026-04-15", 30_000_000).pay("2026-06-15", 71_807_049);
        assertThat(late.at("2026-09-01").payments()).isEqualTo(inOrder.at("2026-09-01").payments());
        assertThat(late.at("2026-06-16").credit()).isEqualTo(inOrder.at("2026-06-16").credit()).isPositive();
    }

    @Test
    void looksAtNothingAfterTheDay() {
        Loans loan = Loans.disbursed().pay("2026-06-15", 71_807_049);
        assertThat(loan.at("2026-06-14")).isEqualTo(Loans.disbursed().at("2026-06-14"));
    }

    @Test
    void owesNothingBeforeTheMoneyLeaves() {
        LoanPosition position = Loans.signed(Loans.usualTerms()).pay("2026-01-20", 5).at("2026-06-15");
        assertThat(position.due()).isZero();
        assertThat(position.credit()).isEqualTo(5);
        assertThat(position.isSettled()).isFalse();
        assertThat(position.daysPastDue()).isZero();
    }

    @Test
    void asksTheLastRowForWhatLeftAfterAllRows() {
        LoanPosition position = Loans.signed(Loans.usualTerms()).disburse("2028-02-01", 500_000_000)
                .pay("2028-02-11", 600_000_000, EarlyRepayment.PAYOFF).at("2028-03-01");
        assertThat(position.principalOutstanding()).isZero();
        assertThat(position.isSettled()).isTrue();
    }

    @Test
    void asksForWhatLeftAfterAllRowsAndForNoMore() {
        LoanPosition position = Loans.signed(Loans.usualTerms()).disburse("2028-02-01", 500_000_000)
                .pay("2028-02-01", 600_000_000, EarlyRepayment.FEWER).at("2028-02-01");
        assertThat(position.credit()).isEqualTo(100_000_000);
        assertThat(position.principalOutstanding()).isZero();
        assertThat(position.interestEarned()).isZero();
    }

    @Test
    void keepsCreditUntilADueDateThoughSomethingIsDue() {
        LoanPosition position = Loans.signed(Loans.usualTerms()).pay("2026-01-20", 5).disburse("2028-02-01", 7)
                .atClose("2028-02-01");
        assertThat(position.credit()).isEqualTo(5);
        assertThat(position.principalDue()).isEqualTo(7);
    }

    @Test
    void isDueAtOnceWhereTheMoneyLeavesOnTheLastDueDate() {
        LoanPosition position = Loans.signed(Loans.usualTerms()).disburse("2028-01-15", 500_000_000)
                .at("2028-01-15");
        assertThat(position.principalDue()).isEqualTo(500_000_000);
        assertThat(position.rows().get(7).state()).isEqualTo(InstalmentState.DUE);
    }

    @Test
    void asksNothingOnTheDayTheMoneyLeaves() {
        LoanPosition position = Loans.signed(Loans.usualTerms()).disburse("2026-04-15", 500_000_000)
                .at("2026-04-15");
        assertThat(position.due()).isZero();
        assertThat(position.rows()).extracting(RowPosition::principal).containsExactly(
                0L, SHARE, SHARE, SHARE, SHARE, SHARE, SHARE, 500_000_000 - 6 * SHARE);
    }

    @Test
    void takesTheNextRowsBetweenTheEndOfInterestAndTheDueDate() {
        // row 8 closes on Saturday 15/01/2028 and is due on Monday
        Loans loan = Loans.signed(Loans.usualTerms().repay(RepaymentMethod.BULLET, 8, Rhythm.months(3))
                .workingDays(WorkingDayRule.NEXT, false)).disburse("2026-01-15", 500_000_000);
        loan.running().contract().rows().subList(0, 7).forEach(row -> loan.pay(row.dueOn().toString(), row.payment()));
        loan.pay("2028-01-16", 100_000_000, EarlyRepayment.NEXT);
        assertThat(loan.allocationOf("2028-01-16")).isEqualTo(new Allocation(100_000_000, 0, 0, 0, 0));
        assertThat(loan.at("2028-01-17").principalDue()).isEqualTo(400_000_000);
    }

    @Test
    void isOverdueForPrincipalAlone() {
        // the interest of row 1 is paid; on 15/07/2026 row 2 falls due and principal still goes first
        Loans loan = Loans.disbursed().pay("2026-04-15", FIRST_INTEREST).pay("2026-07-15", 1_000);
        assertThat(loan.allocationOf("2026-07-15")).isEqualTo(new Allocation(1_000, 0, 0, 0, 0));
    }

    @Test
    void isOverdueForInterestAlone() {
        Loans loan = Loans.disbursed().pay("2026-06-15", SHARE).pay("2026-07-15", 1_000);
        assertThat(loan.allocationOf("2026-07-15")).isEqualTo(new Allocation(1_000, 0, 0, 0, 0));
        assertThat(loan.at("2026-07-15").rows().get(1).principalUnpaid()).isEqualTo(SHARE - 1_000);
    }

    @Test
    void isInTermOnceArrearsArePaid() {
        Loans loan = Loans.disbursed().pay("2026-06-15", 71_807_049).pay("2026-07-15", 1_000);
        assertThat(loan.allocationOf("2026-07-15")).isEqualTo(new Allocation(0, 1_000, 0, 0, 0));
    }

    @Test
    void paysASmallerShareInTheAgreedMultiple() {
        LoanPosition position = Loans.signed(Loans.usualTerms().instalmentMultiple(1_000_000))
                .disburse("2026-01-15", 500_000_000).pay("2026-02-15", 100_000_000, EarlyRepayment.SMALLER)
                .at("2026-02-15");
        // 400 / 8 = 50; before it was 500 / 8 = 62.5, so 63
        assertThat(position.rows()).extracting(RowPosition::principal).containsOnly(50_000_000L);
        assertThat(Loans.signed(Loans.usualTerms().instalmentMultiple(1_000_000)).disburse("2026-01-15", 500_000_000)
                .pay("2026-02-15", 100_000_001, EarlyRepayment.SMALLER).at("2026-02-15").rows())
                .extracting(RowPosition::principal).containsExactly(50_000_000L, 50_000_000L, 50_000_000L,
                        50_000_000L, 50_000_000L, 50_000_000L, 50_000_000L, 49_999_999L);
    }

    @Test
    void spreadsASmallerShareOverTheRowsAfterGrace() {
        LoanPosition position = Loans.signed(Loans.usualTerms().principalGrace(4))
                .disburse("2026-01-15", 500_000_000).pay("2026-02-15", 100_000_000, EarlyRepayment.SMALLER)
                .at("2026-02-15");
        assertThat(position.rows()).extracting(RowPosition::principal)
                .containsExactly(0L, 0L, 0L, 0L, 100_000_000L, 100_000_000L, 100_000_000L, 100_000_000L);
    }
}
