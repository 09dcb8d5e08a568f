package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.Allocation;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.schedule.QuotedRate;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.schedule.Rhythm;
import vn.coopfund.web.Refusal;

class RefundAndWaiverModuleTests extends LoanModuleTest {

    static final LocalDate SIXTY_ONE_DAYS_LATE = LocalDate.of(2026, 6, 15);

    @Autowired
    RefundCredit refundCredit;
    @Autowired
    WaiveInterest waiveInterest;

    @Test
    void creditGoesBackWithItsVoucherOnceConfirmed() {
        long loan = overpaid();
        Proposed waits = refund(loan, 9_363_014);
        assertThat(balanceOf("33881", loan)).isEqualTo(9_363_014);
        long voucher = confirm(waits, Role.CHIEF_ACCOUNTANT).voucher();
        assertThat(voucher).isPositive();
        assertThat(balanceOf("33881", loan)).isZero();
        // 500,000,000 out, 80,000,000 in, 9,363,014 out
        assertThat(balanceOf("112", loan)).isEqualTo(-500_000_000 + 80_000_000 - 9_363_014);
        assertThat(file(loan).position().credit()).isZero();
        close(LocalDate.of(2026, 7, 15));
        assertThat(balanceOf("1283", loan)).isEqualTo(437_500_000);
    }

    @Test
    void neverMoreThanTheCreditNorTwice() {
        long loan = overpaid();
        assertThatThrownBy(() -> refund(loan, 9_363_015)).isInstanceOf(Refusal.class).hasMessageContaining("beyond-credit");
        assertThatThrownBy(() -> refund(loan, 0)).hasMessageContaining("amount-positive");
        Proposed waits = refund(loan, 9_363_014);
        assertThatThrownBy(() -> refund(loan, 1)).hasMessageContaining("proposal-waits");
        confirm(waits, Role.CHIEF_ACCOUNTANT);
        assertThatThrownBy(() -> refund(loan, 1)).hasMessageContaining("beyond-credit");
    }

    @Test
    void creditUsedWhileTheRefundWaitedIsNotPaidOut() {
        long loan = overpaid();
        Proposed waits = refund(loan, 9_363_014);
        close(LocalDate.of(2026, 7, 15));
        assertThatThrownBy(() -> confirm(waits, Role.CHIEF_ACCOUNTANT)).hasMessageContaining("beyond-credit");
    }

    @Test
    void whatWasRefundedKeepsItsReceipt() {
        long loan = overpaid();
        confirm(refund(loan, 9_363_014), Role.CHIEF_ACCOUNTANT);
        long paid = jdbc.sql("select id from servicing.repayment where loan_id = ?").param(loan).query(Long.class).single();
        assertThatThrownBy(() -> confirm(reverse(loan, paid), Role.CHIEF_ACCOUNTANT)).isInstanceOf(Refusal.class)
                .hasMessageContaining("refused.impossible");
    }

    @Test
    void creditOfASettledLoanGoesBackToo() {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE);
        pay(loan, file(loan).position().payoffQuote().total() + 1_000_000, FIRST_DUE, EarlyRepayment.PAYOFF);
        assertThat(balanceOf("33881", loan)).isEqualTo(1_000_000);
        confirm(refund(loan, 1_000_000), Role.CHIEF_ACCOUNTANT);
        assertThat(balanceOf("33881", loan)).isZero();
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.CLOSED);
    }

    @Test
    void overdueAndLateInterestForgivenMoveNoAccount() {
        long loan = late();
        int entries = entries(loan);
        confirm(waive(loan, new WaiverTerms(0L, 1_034_075L, 135_988L, false)), Role.DIRECTOR);
        assertThat(entries(loan)).isEqualTo(entries);
        assertThat(file(loan).position().overdueInterest()).isZero();
        assertThat(file(loan).position().lateInterest()).isZero();
        assertThat(file(loan).position().due()).isEqualTo(70_636_986);
        assertThat(pay(loan, 70_636_986, SIXTY_ONE_DAYS_LATE).allocated())
                .isEqualTo(new Allocation(62_500_000, 8_136_986, 0, 0, 0));
    }

    @Test
    void inTermInterestForgivenIsACostOfTheDay() {
        long loan = late();
        confirm(waive(loan, new WaiverTerms(3_000_000L, 0L, 0L, true)), Role.DIRECTOR);
        assertThat(balanceOf("635", loan)).isEqualTo(3_000_000);
        // earned 8,136,986 + 4,825,685 through the day, 3,000,000 forgiven
        assertThat(balanceOf("1388", loan)).isEqualTo(8_136_986 + 4_825_685 - 3_000_000);
        assertThat(balanceOf("515", loan)).isEqualTo(8_136_986 + 4_825_685);
        assertThat(file(loan).position().interestDue()).isEqualTo(5_136_986);
        assertThat(jdbc.sql("select unable_to_pay from servicing.waiver where loan_id = ?").param(loan)
                .query(Boolean.class).single()).isTrue();
        pay(loan, file(loan).position().payoffQuote().total(), SIXTY_ONE_DAYS_LATE, EarlyRepayment.PAYOFF);
        assertThat(balanceOf("1388", loan)).isZero();
        assertThat(balanceOf("1283", loan)).isZero();
    }

    @Test
    void aReceiptLearnedOfLateLeavesLessToForgive() {
        long loan = late();
        confirm(waive(loan, new WaiverTerms(8_136_986L, 0L, 0L, false)), Role.DIRECTOR);
        assertThat(balanceOf("635", loan)).isEqualTo(8_136_986);
        RepaymentResult waits = pay(loan, 70_636_986, FIRST_DUE);
        as(staff.with(Role.CHIEF_ACCOUNTANT), () -> confirmProposal.confirm(waits.id()));
        // the interest was paid on its day: nothing was left to forgive
        assertThat(balanceOf("635", loan)).isZero();
        assertThat(file(loan).position().interestDue()).isZero();
        // on 437,500,000 · 6.6 % · 61 / 365
        assertThat(balanceOf("1388", loan)).isEqualTo(4_825_685);
    }

    @Test
    void noMoreThanIsDueIsForgiven() {
        long loan = late();
        assertThatThrownBy(() -> waive(loan, new WaiverTerms(8_136_987L, 0L, 0L, false))).hasMessageContaining("beyond-due");
        assertThatThrownBy(() -> waive(loan, new WaiverTerms(0L, 1_034_076L, 0L, false))).hasMessageContaining("beyond-due");
        assertThatThrownBy(() -> waive(loan, new WaiverTerms(null, null, null, false))).hasMessageContaining("waive-something");
        assertThatThrownBy(() -> waive(loan, new WaiverTerms(-1L, 5L, 0L, false))).hasMessageContaining("amount-negative");
        assertThatThrownBy(() -> waive(loan, new WaiverTerms(Long.MAX_VALUE, Long.MAX_VALUE, 2L, false)))
                .hasMessageContaining("amount-large");
    }

    @Test
    void isDecidedByWhoMay() {
        long loan = late();
        Proposed small = waive(loan, new WaiverTerms(0L, 0L, 135_988L, false));
        assertThatThrownBy(() -> confirm(small, Role.CHIEF_ACCOUNTANT)).hasMessageContaining("refused.decider");
        assertThatThrownBy(() -> confirm(small, Role.COUNCIL_CHAIR)).hasMessageContaining("refused.decider");
        assertThatThrownBy(() -> confirm(small, Role.LOAN_OFFICER)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(staff.with(Role.CASHIER), () -> waiveInterest.propose(Subject.loan(loan),
                new WaiverTerms(0L, 0L, 1L, false), "x"))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(staff.with(Role.LOAN_OFFICER), () -> refundCredit.propose(Subject.loan(loan),
                new RefundTerms(Dong.of(1), Channel.CASH, null), "x"))).isInstanceOf(NotAllowed.class);
        confirm(small, Role.DIRECTOR);
    }

    @Test
    void whatWasForgivenBeforeCountsForTheAuthority() {
        // 20,000,000,000 · 6.6 % · 90 / 365 = 325,479,452 are due; the director decides up to 100,000,000 unsecured
        long loan = signed(false, onArrears(RepaymentTerms.lend(20_000_000_000L, DISBURSED).at(QuotedRate.aYear("6.6"),
                DayCount.ACT_365).repay(RepaymentMethod.EQUAL_PRINCIPAL, 8, Rhythm.months(3)).firstDueOn(FIRST_DUE).terms()));
        businessDay.moveTo(DISBURSED);
        approved(loan);
        complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of("paidOn", DISBURSED.toString()));
        businessDay.moveTo(SIXTY_ONE_DAYS_LATE);
        confirm(waive(loan, new WaiverTerms(60_000_000L, 0L, 0L, false)), Role.DIRECTOR);
        confirm(waive(loan, new WaiverTerms(40_000_000L, 0L, 0L, false)), Role.DIRECTOR);
        Proposed beyond = waive(loan, new WaiverTerms(1L, 0L, 0L, false));
        assertThatThrownBy(() -> confirm(beyond, Role.DIRECTOR)).hasMessageContaining("refused.decider");
        confirm(beyond, Role.COUNCIL_CHAIR);
    }

    private long overpaid() {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE);
        pay(loan, 80_000_000, FIRST_DUE);
        return loan;
    }

    private long late() {
        long loan = disbursed(false);
        businessDay.moveTo(SIXTY_ONE_DAYS_LATE);
        return loan;
    }

    private Proposed refund(long loan, long amount) {
        return as(staff.with(Role.ACCOUNTANT), () -> refundCredit.propose(Subject.loan(loan),
                new RefundTerms(Dong.of(amount), Channel.BANK, "2508201001234 · Agribank"), "Khách hàng xin rút tiền thừa"));
    }

    private Proposed waive(long loan, WaiverTerms terms) {
        return as(staff.with(Role.LOAN_OFFICER), () -> waiveInterest.propose(Subject.loan(loan), terms, "Mất mùa do mưa đá"));
    }

    private int entries(long loan) {
        return jdbc.sql("select count(distinct entry_id) from ledger.posting where loan_id = ?").param(loan)
                .query(Integer.class).single();
    }
}
