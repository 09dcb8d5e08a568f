package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.cooperatives.LinkSignIn;
import vn.coopfund.notices.Notices;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.schedule.QuotedRate;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.schedule.Rhythm;
import vn.coopfund.schedule.WorkingDayRule;
import vn.coopfund.workflow.Processes;

/** Every path of the model, walked by real acts. */
class LoanRepaymentProcessModuleTests extends LoanModuleTest {

    @Autowired
    Processes processes;
    @Autowired
    Notices notices;
    @Autowired
    LinkSignIn linkSignIn;

    Actor director;

    @BeforeEach
    void borrowerSignsIn() {
        director = staff.named("htx-" + borrower, Role.BORROWER);
        linkSignIn.link(borrower, director.username());
    }

    @Test
    void tellsTheBorrowerTenDaysBeforeADueDateOnce() {
        long loan = disbursed(false);
        close(LocalDate.of(2026, 4, 4));
        assertThat(told()).noneMatch(text -> text.contains("70.636.986"));
        close(LocalDate.of(2026, 4, 5));
        close(LocalDate.of(2026, 4, 5));
        assertThat(told()).filteredOn(text -> text.contains("70.636.986")).hasSize(1);
        assertThat(openTasks(loan)).isEmpty();
    }

    @Test
    void tellsTheBorrowerThatMoneyCame() {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE);
        pay(loan, 70_636_986, FIRST_DUE);
        pay(loan, 1_234_567, FIRST_DUE);
        assertThat(told()).anyMatch(text -> text.contains("70.636.986")).anyMatch(text -> text.contains("1.234.567"));
    }

    @Test
    void remindsWhenOverdueAndAgainInAWorseGroup() {
        long loan = disbursed(false);
        close(FIRST_DUE.minusDays(1));
        assertThat(openTasks(loan)).isEmpty();
        close(FIRST_DUE);
        assertThat(openTasks(loan)).containsExactly("Task_RemindOverdue");
        complete(loan, Role.LOAN_OFFICER, "Task_RemindOverdue", Map.of("outcome", "PROMISED", "comment", "Hẹn thứ sáu"));
        assertThat(openTasks(loan)).isEmpty();
        close(FIRST_DUE.plusDays(5));
        assertThat(openTasks(loan)).isEmpty();
        close(FIRST_DUE.plusDays(9));
        assertThat(openTasks(loan)).containsExactly("Task_RemindOverdue");
    }

    @Test
    void theTimelineSaysOverdueOnTheFirstDayPastDue() {
        long loan = disbursed(false);
        close(FIRST_DUE);
        assertThat(saidOverdueOn(loan)).containsExactly(FIRST_DUE.plusDays(1));
        assertThat(file(loan).daysPastDue()).isEqualTo(1);
    }

    @Test
    void aMovedDueDateIsNotOverdueBeforeTheDayItMovedTo() {
        LocalDate saturday = LocalDate.of(2026, 4, 18);
        long loan = signed(false, onArrears(RepaymentTerms.lend(500_000_000, DISBURSED)
                .at(QuotedRate.aYear("6.6"), DayCount.ACT_365).repay(RepaymentMethod.EQUAL_PRINCIPAL, 8, Rhythm.months(3))
                .firstDueOn(saturday).workingDays(WorkingDayRule.NEXT, true).terms()));
        businessDay.moveTo(DISBURSED);
        approved(loan);
        complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of());
        close(saturday);
        close(saturday.plusDays(1));
        assertThat(saidOverdueOn(loan)).isEmpty();
        close(saturday.plusDays(2));
        assertThat(saidOverdueOn(loan)).containsExactly(LocalDate.of(2026, 4, 21));
    }

    private List<LocalDate> saidOverdueOn(long loan) {
        return jdbc.sql("select happened_on from workflow.case_event where subject_type = 'LOAN' and subject_id = ? "
                + "and code = 'servicing.event.overdue' order by id").param(loan).query(LocalDate.class).list();
    }

    @Test
    void paidArrearsEndTheReminder() {
        long loan = disbursed(false);
        close(FIRST_DUE);
        pay(loan, 1_000_000, FIRST_DUE.plusDays(1));
        assertThat(openTasks(loan)).containsExactly("Task_RemindOverdue");
        businessDay.moveTo(FIRST_DUE.plusDays(3));
        pay(loan, file(loan).toPayToday(), businessDay.today());
        assertThat(openTasks(loan)).isEmpty();
        assertThat(processes.runs("loan-repayment", Subject.loan(loan))).isTrue();
    }

    @Test
    void settledWithoutSecurityCloses() {
        long loan = disbursed(false);
        payOff(loan);
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.CLOSED);
        assertThat(processes.runs("loan-repayment", Subject.loan(loan))).isFalse();
    }

    @Test
    void settledInArrearsEndsTheReminderToo() {
        long loan = disbursed(false);
        close(FIRST_DUE);
        payOff(loan);
        assertThat(openTasks(loan)).isEmpty();
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.CLOSED);
    }

    @Test
    void settledWithSecurityWaitsForItsRelease() {
        long loan = disbursed(true);
        payOff(loan);
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.PAID_OFF);
        assertThat(openTasks(loan)).containsExactly("Task_ReleaseCollateral");
        assertThatThrownBy(() -> complete(loan, Role.LOAN_OFFICER, "Task_ReleaseCollateral",
                Map.of("releasedOn", "2026-01-15"))).hasMessageContaining("before-settlement");
        complete(loan, Role.LOAN_OFFICER, "Task_ReleaseCollateral", Map.of());
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.CLOSED);
    }

    @Test
    void moneyIsTakenEvenWhereNoProcessIs() {
        long loan = disbursed(false);
        assertThat(processes.runs("loan-repayment", Subject.loan(loan))).isTrue();
        endProcess(loan);
        businessDay.moveTo(FIRST_DUE);
        assertThat(pay(loan, 70_636_986, FIRST_DUE).state()).isEqualTo(RepaymentResult.State.POSTED);
        payOff(loan);
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.PAID_OFF);
    }

    @Autowired
    org.camunda.bpm.engine.RuntimeService engine;

    private void endProcess(long loan) {
        String id = engine.createProcessInstanceQuery().processDefinitionKey("loan-repayment")
                .processInstanceBusinessKey("LOAN:" + loan).singleResult().getId();
        engine.deleteProcessInstance(id, "an engine without this process");
    }

    private void payOff(long loan) {
        LocalDate today = businessDay.today().plusDays(1);
        businessDay.moveTo(today);
        pay(loan, file(loan).position().payoffQuote().total(), today, EarlyRepayment.PAYOFF);
    }

    private List<String> told() {
        return as(director, () -> notices.mine(50)).stream().map(Notices.Notice::text).toList();
    }
}
