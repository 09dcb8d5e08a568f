package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.Attachments;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.schedule.QuotedRate;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.schedule.RowPosition;
import vn.coopfund.schedule.Tranche;
import vn.coopfund.web.Refusal;

/** Loans of which no money left before the first due date of their contract. */
class NewDatesModuleTests extends LoanModuleTest {

    static final LocalDate LATE = LocalDate.of(2026, 4, 20);

    @Autowired
    Attachments attachments;
    @Autowired
    MockMvc mvc;

    @Test
    void thePaymentBringsNewDatesThatMoveTheWholeGrid() {
        long loan = late();
        complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", Map.of("firstDueOn", "2026-07-15"));
        assertThat(file(loan).loan().conventions().firstDueOn()).isEqualTo(FIRST_DUE);
        approve(loan);
        assertThat(file(loan).loan().conventions().firstDueOn()).isEqualTo("2026-07-15");
        complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of());
        List<RowPosition> rows = file(loan).position().rows();
        assertThat(rows).hasSize(8);
        assertThat(rows.get(0).dueOn()).isEqualTo("2026-07-15");
        // 500,000,000 · 6.6 % · 86 / 365 = 7,775,342
        assertThat(rows.get(0).interest()).isEqualTo(7_775_342);
        assertThat(rows.get(1).dueOn()).isEqualTo("2026-10-15");
        assertThat(rows.get(7).dueOn()).isEqualTo("2028-04-15");
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.ACTIVE);
        assertThat(openTasks(loan)).isEmpty();
    }

    @Test
    void theyAreKeptAsAVersionWithTheirAnnex() {
        long loan = late();
        complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", Map.of());
        approve(loan);
        assertThat(jdbc.sql("select reason from servicing.schedule_version where loan_id = ? order by version").param(loan)
                .query(String.class).list()).containsExactly("CONTRACT", "NEW_DATES");
        assertThat(jdbc.sql("select min(due_on) from servicing.schedule_row where loan_id = ? and version = 2").param(loan)
                .query(LocalDate.class).single()).isEqualTo("2026-07-15");
        assertThat(attachments.of(Subject.loan(loan))).singleElement()
                .satisfies(paper -> assertThat(paper.kind()).isEqualTo(Annexes.KIND));
    }

    @Test
    void whoChecksAndWhoApprovesSeeTheNewSchedule() throws Exception {
        long loan = late();
        complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", Map.of());
        mvc.perform(get("/tasks/" + task(loan, "Task_CheckDisbursement").id()).with(staff.signedIn(Role.CHIEF_ACCOUNTANT)))
                .andExpect(status().isOk()).andExpect(content().string(containsString("lịch trả nợ mới từ ngày 15/07/2026")))
                .andExpect(content().string(containsString("15/04/2028")));
    }

    @Test
    void withoutNewDatesThePaymentIsRefusedAndSaysWhatIsNeeded() {
        long loan = late();
        Map<String, Object> none = new HashMap<>();
        none.put("firstDueOn", null);
        assertThatThrownBy(() -> complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", none))
                .isInstanceOf(Refusal.class).hasMessageContaining("servicing.refused.new-dates-needed");
        for (String wrong : List.of("2026-04-20", "2027-04-21")) {
            assertThatThrownBy(() -> complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", Map.of("firstDueOn", wrong)))
                    .hasMessageContaining("servicing.refused.new-first-due");
        }
    }

    @Test
    void inTimeTheDatesOfTheContractStay() {
        long loan = signed(false);
        complete(loan, Role.LOAN_OFFICER, "Task_ConfirmNoBadDebt", Map.of("outcome", "NO_BAD_DEBT"));
        businessDay.moveTo(LocalDate.of(2026, 4, 1));
        assertThatThrownBy(() -> complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", Map.of("firstDueOn", "2026-07-15")))
                .hasMessageContaining("servicing.refused.dates-stay");
    }

    @Test
    void aPaymentPlannedLongAheadOfTheFirstDueDateIsRefusedAtItsDay() {
        long loan = signed(false);
        complete(loan, Role.LOAN_OFFICER, "Task_ConfirmNoBadDebt", Map.of("outcome", "NO_BAD_DEBT"));
        assertThatThrownBy(() -> complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", Map.of("plannedOn", "2026-05-01")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons()).extracting(Refusal.Reason::field)
                        .containsExactly("plannedOn"));
    }

    @Test
    void aFewDaysBeforeTheFirstDueDateAPaymentMayBePlannedAfterIt() {
        long loan = signed(false);
        businessDay.moveTo(FIRST_DUE.minusDays(3));
        complete(loan, Role.LOAN_OFFICER, "Task_ConfirmNoBadDebt", Map.of("outcome", "NO_BAD_DEBT"));
        complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement",
                Map.of("plannedOn", LATE.toString(), "firstDueOn", "2026-07-15"));
        approve(loan);
        assertThat(file(loan).loan().conventions().firstDueOn()).isEqualTo("2026-07-15");
    }

    @Test
    void moneyThatLeftInTimeAndIsLearnedOfLateNeedsNone() {
        long loan = late();
        complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", Map.of("plannedOn", "2026-04-10"));
        approve(loan);
        complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of("paidOn", "2026-04-10"));
        assertThat(file(loan).loan().conventions().firstDueOn()).isEqualTo(FIRST_DUE);
    }

    @Test
    void anApprovedPaymentOvertakenByTheFirstDueDateGoesBackAndOn() {
        long loan = signed(false);
        approved(loan);
        businessDay.moveTo(LATE);
        assertThatThrownBy(() -> complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of()))
                .hasMessageContaining("servicing.refused.after-first-due");
        complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of("outcome", "RETURNED", "comment", "Quá kỳ hạn đầu"));
        complete(loan, Role.LOAN_OFFICER, "Task_ConfirmNoBadDebt", Map.of("outcome", "NO_BAD_DEBT"));
        complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", Map.of());
        approve(loan);
        complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of());
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.ACTIVE);
        assertThat(file(loan).nextDue().dueOn()).isEqualTo("2026-07-15");
    }

    @Test
    void datesAgreedOneByOneAndTranchesMoveToo() {
        long loan = signed(false, onArrears(RepaymentTerms.lend(500_000_000, DISBURSED).at(QuotedRate.aYear("6.6"), DayCount.ACT_365)
                .repay(List.of(new PrincipalDue(FIRST_DUE, 100_000_000), new PrincipalDue(LocalDate.of(2026, 12, 31), 400_000_000)))
                .tranches(List.of(new Tranche(DISBURSED, 300_000_000), new Tranche(LocalDate.of(2026, 2, 15), 200_000_000)))
                .terms()));
        businessDay.moveTo(LATE);
        complete(loan, Role.LOAN_OFFICER, "Task_ConfirmNoBadDebt", Map.of("outcome", "NO_BAD_DEBT"));
        complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", Map.of());
        approve(loan);
        complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of());
        assertThat(file(loan).loan().drawn().getNumber().longValueExact()).isEqualTo(300_000_000);
        assertThat(file(loan).loan().tranches()).extracting(PlannedTranche::plannedOn)
                .containsExactly(LATE, LocalDate.of(2026, 5, 20));
        assertThat(file(loan).position().rows()).extracting(RowPosition::dueOn)
                .containsExactly(LocalDate.of(2026, 7, 15), LocalDate.of(2027, 3, 31));
    }

    @Test
    void theDatabaseMovesNoDatesOnceMoneyIsOut() {
        long loan = disbursed(false);
        assertThatThrownBy(() -> jdbc.sql("update servicing.loan set anew_planned_on = '2026-04-20', "
                + "anew_first_due_on = '2026-07-15' where id = ?").param(loan).update())
                .hasMessageContaining("by restructuring alone");
    }

    /** Signed in January, and in April no money is out. */
    private long late() {
        long loan = signed(false);
        businessDay.moveTo(LATE);
        complete(loan, Role.LOAN_OFFICER, "Task_ConfirmNoBadDebt", Map.of("outcome", "NO_BAD_DEBT"));
        return loan;
    }

    private void approve(long loan) {
        complete(loan, Role.CHIEF_ACCOUNTANT, "Task_CheckDisbursement", Map.of("outcome", "APPROVED"));
        complete(loan, Role.DIRECTOR, "Task_ApproveDisbursement", Map.of("outcome", "APPROVED"));
    }
}
