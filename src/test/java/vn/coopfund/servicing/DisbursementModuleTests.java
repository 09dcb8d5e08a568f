package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import vn.coopfund.access.Actor;
import vn.coopfund.access.DutyConflict;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.Attachments;
import vn.coopfund.ledger.SoftClosePeriod;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.Processes;

class DisbursementModuleTests extends LoanModuleTest {

    @Autowired
    Processes processes;
    @Autowired
    Attachments attachments;
    @Autowired
    SoftClosePeriod softClosePeriod;

    @Test
    void signedContractMakesALoanWithItsConventionsAndSchedule() {
        long loan = signed(false);
        LoanFile file = file(loan);
        assertThat(file.loan().state()).isEqualTo(LoanState.CONTRACT_SIGNED);
        assertThat(file.loan().number()).matches("[0-9]{4,}/2026/KV-QHTX");
        assertThat(file.nextDue()).isNull();
        assertThat(interests(loan, 1)).containsExactly(8_136_986L, 7_198_973L, 6_238_356L, 5_198_630L, 4_068_493L,
                3_085_274L, 2_079_452L, 1_039_726L);
        assertThat(openTasks(loan)).containsExactly("Task_ConfirmNoBadDebt");
    }

    @Test
    void signingTwiceMakesNoSecondLoan() {
        long loan = signed(false);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status ->
                publisher.publishEvent(contract(loan, false, golden())))).isInstanceOf(RuntimeException.class);
        assertThat(jdbc.sql("select count(*) from servicing.loan where application_id = ?").param(loan)
                .query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void conventionsAreFrozenByTheDatabase() {
        long loan = signed(false);
        assertThatThrownBy(() -> jdbc.sql("update servicing.loan set annual_rate = 5 where id = ?").param(loan).update())
                .isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("are signed");
    }

    @Test
    void paidOutByFourPeopleItIsActiveAndInTheBooks() {
        long loan = disbursed(false);
        LoanFile file = file(loan);
        assertThat(file.loan().state()).isEqualTo(LoanState.ACTIVE);
        assertThat(file.position().principalOutstanding()).isEqualTo(500_000_000);
        assertThat(balanceOf("1283", loan)).isEqualTo(500_000_000);
        assertThat(balanceOf("112", loan)).isEqualTo(-500_000_000);
        assertThat(exposures.of(List.of(borrower))).isEqualTo(Dong.of(500_000_000));
        assertThat(interests(loan, 2)).startsWith(8_136_986L, 7_198_973L);
        assertThat(processes.runs("loan-disbursement", Subject.loan(loan))).isFalse();
        assertThat(processes.runs("loan-repayment", Subject.loan(loan))).isTrue();
        assertThat(attachments.of(Subject.loan(loan))).singleElement()
                .satisfies(paper -> assertThat(paper.kind()).isEqualTo(DrawdownNotes.KIND));
    }

    @Test
    void paidOutLaterItKeepsTheDueDatesAndEarnsLess() {
        long loan = signed(false);
        approved(loan);
        businessDay.moveTo(LocalDate.of(2026, 2, 1));
        complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of());
        // 500,000,000 · 6.6 % · 73 / 365 = 6,600,000
        assertThat(interests(loan, 2)).startsWith(6_600_000L, 7_198_973L);
        assertThat(file(loan).nextDue().dueOn()).isEqualTo(FIRST_DUE);
    }

    @Test
    void badDebtCancelsTheLoanAndFreesItsRoom() {
        long loan = signed(false);
        complete(loan, Role.LOAN_OFFICER, "Task_ConfirmNoBadDebt", Map.of("outcome", "BAD_DEBT", "source", "CIC 123"));
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.CANCELLED);
        assertThat(openTasks(loan)).isEmpty();
        assertThat(exposures.of(List.of(borrower))).isEqualTo(Dong.ZERO);
        assertThat(processes.runs("loan-disbursement", Subject.loan(loan))).isFalse();
    }

    @Test
    void checkForBadDebtIsNeitherFromBeforeTheContractNorOldNorToCome() {
        long loan = signed(false);
        businessDay.moveTo(SIGNED.plusDays(40));
        refusesCheckOf(loan, "2020-01-01", "check-before-signing");
        refusesCheckOf(loan, SIGNED.minusDays(1).toString(), "check-before-signing");
        refusesCheckOf(loan, SIGNED.plusDays(9).toString(), "check-too-old");
        refusesCheckOf(loan, SIGNED.plusDays(41).toString(), "future");
        complete(loan, Role.LOAN_OFFICER, "Task_ConfirmNoBadDebt",
                Map.of("outcome", "NO_BAD_DEBT", "checkedOn", SIGNED.plusDays(10).toString()));
        assertThat(openTasks(loan)).containsExactly("Task_PrepareDisbursement");
    }

    private void refusesCheckOf(long loan, String day, String code) {
        assertThatThrownBy(() -> complete(loan, Role.LOAN_OFFICER, "Task_ConfirmNoBadDebt",
                Map.of("outcome", "NO_BAD_DEBT", "checkedOn", day))).isInstanceOf(Refusal.class).hasMessageContaining(code);
    }

    @Test
    void checkGrownTooOldStopsThePaymentUntilItIsMadeAnew() {
        long loan = signed(false);
        businessDay.moveTo(DISBURSED);
        approved(loan);
        businessDay.moveTo(DISBURSED.plusDays(31));
        assertThatThrownBy(() -> complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of()))
                .isInstanceOf(Refusal.class).hasMessageContaining("check-stale");
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.CONTRACT_SIGNED);
        complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of("outcome", "RETURNED", "comment", "Tra cứu đã cũ"));
        assertThat(openTasks(loan)).containsExactly("Task_ConfirmNoBadDebt");
        approved(loan);
        complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of());
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.ACTIVE);
    }

    @Test
    void badDebtFoundAnewCancelsThePaymentOnItsWay() {
        long loan = signed(false);
        approved(loan);
        businessDay.moveTo(SIGNED.plusDays(31));
        complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of("outcome", "RETURNED", "comment", "Tra cứu đã cũ"));
        complete(loan, Role.LOAN_OFFICER, "Task_ConfirmNoBadDebt", Map.of("outcome", "BAD_DEBT"));
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.CANCELLED);
        assertThat(loans.disbursement(loan).state()).isEqualTo(DisbursementState.CANCELLED);
        assertThat(processes.runs("loan-disbursement", Subject.loan(loan))).isFalse();
    }

    @Test
    void givenBackByWhoChecksAndByWhoApproves() {
        long loan = signed(false);
        complete(loan, Role.LOAN_OFFICER, "Task_ConfirmNoBadDebt", Map.of("outcome", "NO_BAD_DEBT"));
        complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", Map.of());
        complete(loan, Role.CHIEF_ACCOUNTANT, "Task_CheckDisbursement", Map.of("outcome", "RETURNED", "comment", "Sai tài khoản"));
        complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", Map.of());
        complete(loan, Role.CHIEF_ACCOUNTANT, "Task_CheckDisbursement", Map.of("outcome", "APPROVED"));
        complete(loan, Role.DIRECTOR, "Task_ApproveDisbursement", Map.of("outcome", "RETURNED", "comment", "Đổi ngày"));
        assertThat(openTasks(loan)).containsExactly("Task_PrepareDisbursement");
        assertThat(loans.disbursement(loan).state()).isEqualTo(DisbursementState.PREPARED);
    }

    @Test
    void givingBackNeedsAReason() {
        long loan = signed(false);
        complete(loan, Role.LOAN_OFFICER, "Task_ConfirmNoBadDebt", Map.of("outcome", "NO_BAD_DEBT"));
        complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", Map.of());
        assertThatThrownBy(() -> complete(loan, Role.CHIEF_ACCOUNTANT, "Task_CheckDisbursement", Map.of("outcome", "RETURNED")))
                .isInstanceOf(Refusal.class).hasMessageContaining("say-why");
    }

    @Test
    void nobodyStandsOnTwoSidesOfAPayment() {
        Actor both = staff.named("ketoan-kiem-thuquy", Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER);
        long loan = signed(false);
        complete(loan, Role.LOAN_OFFICER, "Task_ConfirmNoBadDebt", Map.of("outcome", "NO_BAD_DEBT"));
        complete(loan, both, "Task_PrepareDisbursement", Map.of());
        assertThatThrownBy(() -> complete(loan, both, "Task_CheckDisbursement", Map.of("outcome", "APPROVED")))
                .isInstanceOf(DutyConflict.class);
        complete(loan, Role.CHIEF_ACCOUNTANT, "Task_CheckDisbursement", Map.of("outcome", "APPROVED"));
        complete(loan, Role.DIRECTOR, "Task_ApproveDisbursement", Map.of("outcome", "APPROVED"));
        assertThatThrownBy(() -> complete(loan, both, "Task_PayDisbursement", Map.of())).isInstanceOf(DutyConflict.class);
    }

    @Test
    void theDatabaseItselfKeepsTheFourApart() {
        long loan = disbursed(false);
        for (String other : List.of("prepared_by", "checked_by", "approved_by")) {
            assertThatThrownBy(() -> jdbc.sql("update servicing.disbursement set paid_by = " + other + " where loan_id = ?")
                    .param(loan).update()).hasMessageContaining("disbursement_separated");
        }
    }

    @Test
    void neverBeyondTheMoneyAtHand() {
        long loan = signed(false);
        complete(loan, Role.LOAN_OFFICER, "Task_ConfirmNoBadDebt", Map.of("outcome", "NO_BAD_DEBT"));
        fundHas(499_999_999);
        assertThatThrownBy(() -> complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", Map.of()))
                .isInstanceOf(Refusal.class).hasMessageContaining("money-at-hand");
        fundHas(500_000_000);
        complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", Map.of());
        complete(loan, Role.CHIEF_ACCOUNTANT, "Task_CheckDisbursement", Map.of("outcome", "APPROVED"));
        complete(loan, Role.DIRECTOR, "Task_ApproveDisbursement", Map.of("outcome", "APPROVED"));
        fundHas(499_999_999);
        assertThatThrownBy(() -> complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of()))
                .isInstanceOf(Refusal.class).hasMessageContaining("money-at-hand");
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.CONTRACT_SIGNED);
        assertThat(balanceOf("1283", loan)).isZero();
    }

    @Test
    void refusesImpossibleDaysOfPayment() {
        long loan = signed(false);
        approved(loan);
        assertThatThrownBy(() -> complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of("paidOn", "2026-01-11")))
                .hasMessageContaining("servicing.refused.future");
        assertThatThrownBy(() -> complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of("paidOn", "2026-01-09")))
                .hasMessageContaining("servicing.refused.before-signing");
        businessDay.moveTo(FIRST_DUE);
        assertThatThrownBy(() -> complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of()))
                .hasMessageContaining("servicing.refused.after-first-due");
    }

    @Test
    void theCashierAloneDatesBackNoFurtherThanOnePersonMay() {
        long loan = signed(false);
        prepared(loan, "2026-01-12");
        businessDay.moveTo(LocalDate.of(2026, 1, 20));
        assertThatThrownBy(() -> complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of("paidOn", "2026-01-14")))
                .isInstanceOf(Refusal.class).hasMessageContaining("servicing.refused.paid-late");
        complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of("paidOn", "2026-01-15"));
        assertThat(loans.disbursement(loan).paidOn()).isEqualTo("2026-01-15");
    }

    @Test
    void aDayFurtherBackIsPaidWhenItWasCheckedAndApproved() {
        long loan = signed(false);
        prepared(loan, "2026-01-12");
        businessDay.moveTo(LocalDate.of(2026, 1, 20));
        complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of("paidOn", "2026-01-12"));
        assertThat(loans.disbursement(loan).paidOn()).isEqualTo("2026-01-12");
    }

    @Test
    void whatCannotBePaidAsApprovedGoesBackAndIsPreparedWithTheTrueDay() {
        long loan = signed(false);
        prepared(loan, "2026-01-12");
        businessDay.moveTo(LocalDate.of(2026, 1, 20));
        assertThatThrownBy(() -> complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of("outcome", "RETURNED")))
                .hasMessageContaining("say-why");
        complete(loan, Role.CASHIER, "Task_PayDisbursement",
                Map.of("outcome", "RETURNED", "comment", "Tiền đã chuyển ngày 13/01"));
        assertThat(openTasks(loan)).containsExactly("Task_PrepareDisbursement");
        complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", Map.of("plannedOn", "2026-01-13"));
        complete(loan, Role.CHIEF_ACCOUNTANT, "Task_CheckDisbursement", Map.of("outcome", "APPROVED"));
        complete(loan, Role.DIRECTOR, "Task_ApproveDisbursement", Map.of("outcome", "APPROVED"));
        complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of("paidOn", "2026-01-13"));
        assertThat(file(loan).loan().disbursedOn()).isEqualTo("2026-01-13");
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.ACTIVE);
        assertThat(openTasks(loan)).isEmpty();
    }

    @Test
    void aClosedMonthIsNotForTheCashierAloneEither() {
        long loan = signed(false);
        prepared(loan, "2026-01-12");
        businessDay.moveTo(LocalDate.of(2026, 2, 2));
        // taken back, so that other tests find the month open
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            staff.as(Role.CHIEF_ACCOUNTANT, () -> closedSoftlyThrough(YearMonth.of(2026, 1)));
            assertThatThrownBy(() -> complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of("paidOn", "2026-01-31")))
                    .hasMessageContaining("servicing.refused.paid-late");
            complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of("paidOn", "2026-01-12"));
            assertThat(file(loan).loan().disbursedOn()).isEqualTo("2026-01-12");
        });
    }

    private int closedSoftlyThrough(YearMonth last) {
        List<YearMonth> open = jdbc.sql("select month from ledger.period where fund_id = 1 and state = 'OPEN' and month < ? order by 1")
                .param(last.atDay(1)).query(LocalDate.class).list().stream().map(YearMonth::from).toList();
        open.forEach(softClosePeriod::close);
        softClosePeriod.close(last);
        return open.size();
    }

    private void prepared(long loan, String plannedOn) {
        complete(loan, Role.LOAN_OFFICER, "Task_ConfirmNoBadDebt", Map.of("outcome", "NO_BAD_DEBT"));
        complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", Map.of("plannedOn", plannedOn));
        complete(loan, Role.CHIEF_ACCOUNTANT, "Task_CheckDisbursement", Map.of("outcome", "APPROVED"));
        complete(loan, Role.DIRECTOR, "Task_ApproveDisbursement", Map.of("outcome", "APPROVED"));
    }

    private List<Long> interests(long loan, int version) {
        return jdbc.sql("select interest from servicing.schedule_row where loan_id = ? and version = ? order by number")
                .params(loan, version).query(Long.class).list();
    }
}
