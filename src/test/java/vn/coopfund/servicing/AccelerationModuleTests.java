package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.Attachments;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.schedule.QuotedRate;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.schedule.Rhythm;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.Processes;

/** A loan called back: what may be done with it, and what takes the recall back. */
class AccelerationModuleTests extends RiskModuleTest {

    @Autowired
    AccelerateLoan accelerateLoan;
    @Autowired
    ReverseAcceleration reverseAcceleration;
    @Autowired
    Recalls recalls;
    @Autowired
    ReverseRestructure reverseRestructure;
    @Autowired
    ReverseDisbursement reverseDisbursement;
    @Autowired
    ChargeOffLoan chargeOffLoan;
    @Autowired
    Processes processes;
    @Autowired
    Attachments attachments;
    @Autowired
    MockMvc web;

    private LocalDate decided() {
        return on(6, 15);
    }

    private LocalDate payBy() {
        return on(6, 30);
    }

    private long accelerate(long loan) {
        return as(staff.with(Role.DIRECTOR), () -> accelerateLoan.accelerate(Subject.loan(loan), payBy(), "Dùng vốn sai mục đích"));
    }

    /** The golden loan, its first row unpaid, called back on 15 June. */
    private long called() {
        long loan = lent(false);
        businessDay.moveTo(decided());
        accelerate(loan);
        return loan;
    }

    @BeforeEach
    void closeNoMonths() {
        shareYears();
    }

    @Test
    void asksForEverythingOnOneDayAndKeepsWhatIsDue() {
        long loan = lent(false);
        businessDay.moveTo(decided());
        long due = position(loan).due();
        long quote = position(loan).payoffQuote().total();
        accelerate(loan);
        assertThat(state(loan)).isEqualTo("ACCELERATED");
        assertThat(position(loan).due()).isEqualTo(due).isEqualTo(71_807_049);
        assertThat(position(loan).payoffQuote().total()).isEqualTo(quote).isEqualTo(514_132_734);
        assertThat(file(loan).coming().dueOn()).isEqualTo(payBy());
        assertThat(file(loan).daysPastDue()).isEqualTo(61);
        closeDay(payBy());
        closeDay(on(7, 9));
        booksAgree(loan);
        // 437,500,000 · 9.9 % · 10 / 365 beside 62,500,000 · 9.9 % · 86 / 365
        assertThat(position(loan).overdueInterest()).isEqualTo(1_186_644 + 1_457_877);
    }

    @Test
    void belongsToThoseWhoDecideAndLeavesDays() {
        long loan = lent(false);
        businessDay.moveTo(decided());
        assertThatThrownBy(() -> as(staff.with(Role.HEAD_OF_LENDING),
                () -> accelerateLoan.accelerate(Subject.loan(loan), payBy(), "x"))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(staff.with(Role.DIRECTOR),
                () -> accelerateLoan.accelerate(Subject.loan(loan), decided(), "x"))).hasMessageContaining("not-later");
        accelerate(loan);
        assertThatThrownBy(() -> accelerate(loan)).isInstanceOf(Refusal.class);
        assertThat(recalls.isPossible(Subject.loan(loan))).isFalse();
    }

    @Test
    void nothingIsDatedBeforeIt() {
        long loan = lent(false);
        long paid = paid(loan, 1_000_000, on(4, 15)).id();
        businessDay.moveTo(decided());
        accelerate(loan);
        assertThatThrownBy(() -> pay(loan, 1_000_000, decided().minusDays(1))).hasMessageContaining("before-recall");
        assertThatThrownBy(() -> reverse(loan, paid)).hasMessageContaining("before-recall");
        assertThatThrownBy(() -> as(staff.with(Role.ACCOUNTANT), () -> reverseDisbursement.propose(Subject.loan(loan),
                loans.disbursements(loan).get(0).id(), decided(), "x"))).isInstanceOf(Refusal.class);
        pay(loan, 1_000_000, decided());
    }

    @Test
    void isTakenBackByTwo() throws Exception {
        long loan = called();
        businessDay.moveTo(on(7, 5));
        assertThatThrownBy(() -> as(staff.with(Role.ACCOUNTANT), () -> reverseAcceleration.propose(Subject.loan(loan), "x")))
                .isInstanceOf(NotAllowed.class);
        web.perform(post("/loans/{id}/recall/reversal/preview", loan).with(csrf()).with(staff.signedIn(Role.LOAN_OFFICER))
                .param("why", "Kết luận kiểm tra lại")).andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))));
        web.perform(post("/api/v1/loans/{id}/recalls/last/reversal", loan).with(staff.signedIn(Role.CASHIER))
                .contentType(MediaType.APPLICATION_JSON).content("{}")).andExpect(status().isForbidden());
        Proposed waits = as(staff.with(Role.LOAN_OFFICER), () -> reverseAcceleration.propose(Subject.loan(loan), "Đã khắc phục"));
        assertThatThrownBy(() -> confirm(waits, Role.DIRECTOR)).hasMessageContaining("refused.decider");
        confirm(waits, Role.COUNCIL_CHAIR);
        assertThat(state(loan)).isEqualTo("ACTIVE");
        assertThat(recalls.of(loan).get(0).holds()).isFalse();
        assertThat(position(loan).rows()).hasSize(8);
        assertThat(attachments.of(Subject.loan(loan))).noneMatch(paper -> paper.kind().equals(RecallNotices.KIND));
        booksAgree(loan);
        assertThatThrownBy(() -> as(staff.with(Role.LOAN_OFFICER), () -> reverseAcceleration.propose(Subject.loan(loan), "x")))
                .hasMessageContaining("not-recalled");
        pay(loan, 1_000_000, on(7, 1));
    }

    @Test
    void creditThatMetItIsCreditAgainOnceItIsTakenBack() {
        long loan = lent(false);
        paidDue(loan, on(4, 15));
        businessDay.moveTo(decided());
        accelerate(loan);
        pay(loan, 50_000_000, on(6, 15));
        assertThat(position(loan).credit()).isEqualTo(50_000_000);
        closeDay(payBy());
        assertThat(position(loan).credit()).isZero();
        assertThat(position(loan).principalOutstanding()).isLessThan(437_500_000);
        confirm(as(staff.with(Role.LOAN_OFFICER), () -> reverseAcceleration.propose(Subject.loan(loan), "Đã khắc phục")),
                Role.COUNCIL_CHAIR);
        assertThat(position(loan).credit()).isEqualTo(50_000_000);
        assertThat(position(loan).principalOutstanding()).isEqualTo(437_500_000);
        assertThat(inBooks("1283", loan)).isEqualTo(437_500_000);
        booksAgree(loan);
    }

    @Test
    void aRestructuringAfterItTakesItsPlace() {
        long loan = called();
        businessDay.moveTo(on(7, 15));
        LocalDate newEnd = on(7, 15).plusYears(1);
        restructured(loan, new RestructureTerms(RestructureTerms.Kind.EXTEND,
                List.of(new PrincipalDue(newEnd, 500_000_000)), null));
        assertThat(state(loan)).isEqualTo("ACTIVE");
        assertThat(position(loan).principalDue()).isZero();
        assertThat(recalls.holding(loan)).isEmpty();
        assertThatThrownBy(() -> pay(loan, 1_000, on(7, 14))).hasMessageContaining("before-restructure");
        confirm(as(staff.with(Role.LOAN_OFFICER), () -> reverseRestructure.propose(Subject.loan(loan), "Khách hàng không ký")),
                Role.COUNCIL_CHAIR);
        assertThat(state(loan)).isEqualTo("ACCELERATED");
        assertThat(recalls.holding(loan)).isPresent();
        assertThat(position(loan).principalDue()).isEqualTo(500_000_000);
        booksAgree(loan);
    }

    @Test
    void isSettledAndReopenedAsItStood() {
        long loan = called();
        businessDay.moveTo(payBy());
        long receipt = pay(loan, file(loan).toPayToday(), payBy()).id();
        assertThat(state(loan)).isEqualTo("CLOSED");
        reversed(loan, receipt);
        assertThat(state(loan)).isEqualTo("ACCELERATED");
        assertThat(processes.runs("loan-repayment", Subject.loan(loan))).isTrue();
        settle(loan, on(7, 3));
        assertThat(state(loan)).isEqualTo("CLOSED");
        assertThat(inBooks("1283", loan)).isZero();
        assertThat(inBooks("1388", loan)).isZero();
    }

    @Test
    void leavesTheBalanceSheetLikeAnyOther() {
        long loan = called();
        as(staff.with(Role.COUNCIL_CHAIR), () -> chargeOffLoan.chargeOff(Subject.loan(loan), new ProvisionUse(0, 0), "05/QĐ"));
        assertThat(state(loan)).isEqualTo("CHARGED_OFF");
        assertThat(processes.runs("loan-inspection", Subject.loan(loan))).isFalse();
        paid(loan, position(loan).payoffQuote().total(), on(6, 20));
        assertThat(noted("9711", loan)).isEqualTo(position(loan).principalOutstanding());
    }

    @Test
    void whatIsNotDrawnIsGivenUp() {
        long loan = signedPartly();
        businessDay.moveTo(decided());
        complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", Map.of());
        accelerate(loan);
        assertThat(state(loan)).isEqualTo("ACCELERATED");
        assertThat(file(loan).loan().undrawn().isZero()).isTrue();
        assertThat(processes.runs("loan-disbursement", Subject.loan(loan))).isFalse();
        assertThat(Dong.of(exposureOf())).isEqualTo(Dong.of(300_000_000));
        assertThat(position(loan).rows()).filteredOn(row -> row.dueOn().equals(payBy())).singleElement()
                .satisfies(row -> assertThat(row.principalUnpaid()).isEqualTo(300_000_000 - 62_500_000));
    }

    /** 300,000,000 of 500,000,000 paid out on 15 January. */
    private long signedPartly() {
        long loan = signed(false, onArrears(RepaymentTerms.lend(500_000_000, on(1, 15))
                .at(QuotedRate.aYear("6.6"), DayCount.ACT_365)
                .repay(RepaymentMethod.EQUAL_PRINCIPAL, 8, Rhythm.months(3)).terms()));
        businessDay.moveTo(on(1, 15));
        complete(loan, Role.LOAN_OFFICER, "Task_ConfirmNoBadDebt", Map.of("outcome", "NO_BAD_DEBT"));
        complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", Map.of("amount", 300_000_000));
        complete(loan, Role.CHIEF_ACCOUNTANT, "Task_CheckDisbursement", Map.of("outcome", "APPROVED"));
        complete(loan, Role.DIRECTOR, "Task_ApproveDisbursement", Map.of("outcome", "APPROVED"));
        complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of("paidOn", on(1, 15).toString()));
        return loan;
    }

    @Test
    void itsPageAndItsReminderSpeakOfTheRecall() throws Exception {
        long loan = called();
        closeDay(payBy());
        web.perform(get("/loans/{id}", loan).with(staff.signedIn(Role.LOAN_OFFICER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Thu hồi nợ trước hạn")))
                .andExpect(content().string(containsString("/recall/reversal"))).andExpect(content().string(not(containsString("??"))));
        for (String key : List.of("Task_DeliverRecall", "Task_RemindOverdue")) {
            web.perform(get("/tasks/" + task(loan, key).id()).with(staff.signedIn(Role.LOAN_OFFICER))).andExpect(status().isOk())
                    .andExpect(content().string(containsString("437.500.000"))).andExpect(content().string(not(containsString("??"))));
        }
        assertThatThrownBy(() -> complete(loan, Role.LOAN_OFFICER, "Task_DeliverRecall", Map.of("outcome", "REFUSED",
                "deliveredOn", decided().minusDays(1).toString()))).hasMessageContaining("before-recall");
        complete(loan, Role.LOAN_OFFICER, "Task_DeliverRecall", Map.of("outcome", "BY_POST"));
        complete(loan, Role.LOAN_OFFICER, "Task_RemindOverdue", Map.of("outcome", "PROMISED"));
        assertThat(openTasks(loan)).isEmpty();
        pay(loan, position(loan).payoffQuote().total(), businessDay.today(), EarlyRepayment.PAYOFF);
    }
}
