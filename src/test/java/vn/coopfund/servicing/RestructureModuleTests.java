package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.coopfund.access.Actor;
import vn.coopfund.access.DutyConflict;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.Attachments;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.Processes;

class RestructureModuleTests extends LoanModuleTest {

    static final LocalDate DECIDED = LocalDate.of(2026, 6, 15);
    static final LocalDate END = LocalDate.of(2028, 1, 15);
    static final LocalDate NEW_END = LocalDate.of(2028, 7, 15);

    @Autowired
    ReverseRestructure reverseRestructure;
    @Autowired
    PlanRestructure planRestructure;
    @Autowired
    AskRestructure askRestructure;
    @Autowired
    WithdrawRestructure withdrawRestructure;
    @Autowired
    RestructureRequests requests;
    @Autowired
    Attachments attachments;
    @Autowired
    Rehearsal rehearsal;
    @Autowired
    Processes processes;
    @Autowired
    CaseEvents caseEvents;

    @Test
    void adjustingMovesDatesAndKeepsTheEnd() {
        long loan = late();
        List<PrincipalDue> rows = planRestructure.plan(loan, RestructureTerms.Kind.ADJUST, null);
        // 7 rows to come share 500,000,000: 71,428,571 six times and 71,428,574
        assertThat(rows).hasSize(7).last().isEqualTo(new PrincipalDue(END, 71_428_574));
        restructured(loan, adjust(rows));
        LoanFile file = file(loan);
        assertThat(file.loan().restructureCount()).isEqualTo(1);
        assertThat(file.position().principalDue()).isZero();
        // charges already run stay owed, overdue principal is back at the contract rate from that day
        assertThat(file.position().overdueInterest()).isEqualTo(1_034_075);
        assertThat(balanceOf("1283", loan)).isEqualTo(500_000_000);
        assertThat(attachments.of(Subject.loan(loan))).extracting("kind").contains(Annexes.KIND);
        assertThat(jdbc.sql("select reason from servicing.schedule_version where loan_id = ? order by version desc limit 1")
                .param(loan).query(String.class).single()).isEqualTo("RESTRUCTURE");
        businessDay.moveTo(DECIDED.plusDays(10));
        assertThat(file(loan).position().overdueInterest()).isEqualTo(1_034_075);
    }

    @Test
    void extendingMovesTheEnd() {
        long loan = late();
        restructured(loan, extend(planRestructure.plan(loan, RestructureTerms.Kind.EXTEND, NEW_END)));
        List<LocalDate> dates = file(loan).rows().stream().map(row -> row.dueOn()).toList();
        assertThat(dates.get(dates.size() - 1)).isEqualTo(NEW_END);
    }

    @Test
    void everyTaskCompletesByWhatItsFormPreFills() {
        long loan = late();
        as(staff.with(Role.LOAN_OFFICER), () -> askRestructure.ask(Subject.loan(loan),
                new RestructureWish(RestructureTerms.Kind.EXTEND, NEW_END, "Mất mùa", null)));
        complete(loan, Role.LOAN_OFFICER, "Task_AppraiseRestructure", Map.of("outcome", "FORWARD"));
        complete(loan, Role.HEAD_OF_LENDING, "Task_ReviewRestructure", Map.of("outcome", "FORWARD"));
        councilDecides(loan, "FOR");
        assertThat(request(loan).decision()).contains("BB-HĐQL");
        complete(loan, Role.DIRECTOR, "Task_SignAnnex", Map.of());
        assertThat(request(loan).state()).isEqualTo(RestructureRequest.State.EFFECTIVE);
        assertThat(file(loan).position().principalDue()).isZero();
        assertThat(processes.runs("loan-restructuring", Subject.loan(loan))).isFalse();
    }

    /** Nothing is overdue: equal parts on the same days would change nothing, so the next part is spread over the later ones. */
    @Test
    void anAdjustmentOfALoanOnTimeLeavesTheNextDateOut() {
        long loan = disbursed(false);
        businessDay.moveTo(DISBURSED.plusDays(20));
        as(staff.with(Role.LOAN_OFFICER), () -> askRestructure.ask(Subject.loan(loan),
                new RestructureWish(RestructureTerms.Kind.ADJUST, null, "Vải chín muộn", null)));
        complete(loan, Role.LOAN_OFFICER, "Task_AppraiseRestructure", Map.of("outcome", "FORWARD"));
        assertThat(request(loan).terms().rows()).hasSize(7).first().isEqualTo(due(LocalDate.of(2026, 7, 15), 71_428_571));
    }

    /** A mortgage counts for half of its value, so that this one covers no more than 219,999,999 of the 220 million owed. */
    @Test
    void theCouncilDecidesWhatTheCollateralDoesNotCover() {
        long loan = disbursed(true);
        valued(loan, 219_999_998);
        businessDay.moveTo(DECIDED);
        pay(loan, 280_000_000, DECIDED, EarlyRepayment.FEWER);
        assertThat(file(loan).position().principalOutstanding()).isBetween(220_000_000L, 300_000_000L);
        forwarded(loan, extend(planRestructure.plan(loan, RestructureTerms.Kind.EXTEND, NEW_END)));
        assertThat(openTasks(loan)).contains("Task_CallCouncil").doesNotContain("Task_DecideRestructure");
    }

    @Test
    void theDirectorDecidesUpToHisLimit() {
        long loan = disbursed(true);
        valued(loan, 500_000_000);
        businessDay.moveTo(DECIDED);
        pay(loan, 280_000_000, DECIDED, EarlyRepayment.FEWER);
        forwarded(loan, extend(planRestructure.plan(loan, RestructureTerms.Kind.EXTEND, NEW_END)));
        assertThat(openTasks(loan)).contains("Task_DecideRestructure").doesNotContain("Task_CallCouncil");
        assertThatThrownBy(() -> complete(loan, Role.HEAD_OF_LENDING, "Task_DecideRestructure", Map.of("outcome", "APPROVED")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> complete(loan, Role.DIRECTOR, "Task_DecideRestructure", Map.of("outcome", "REJECTED")))
                .hasMessageContaining("say-why");
        complete(loan, Role.DIRECTOR, "Task_DecideRestructure", Map.of("outcome", "RETURNED", "comment", "Kéo dài quá"));
        assertThat(request(loan).state()).isEqualTo(RestructureRequest.State.ASKED);
        complete(loan, Role.LOAN_OFFICER, "Task_AppraiseRestructure", Map.of("outcome", "FORWARD"));
        complete(loan, Role.HEAD_OF_LENDING, "Task_ReviewRestructure", Map.of("outcome", "FORWARD"));
        complete(loan, Role.DIRECTOR, "Task_DecideRestructure", Map.of("outcome", "APPROVED"));
        RestructureRequest approved = request(loan);
        assertThat(approved.decision()).contains("QĐ-QHTX");
        assertThatThrownBy(() -> complete(loan, Role.DIRECTOR, "Task_SignAnnex", Map.of("evidence", "SCAN")))
                .hasMessageContaining("no-scan");
        assertThatThrownBy(() -> complete(loan, Role.DIRECTOR, "Task_SignAnnex",
                Map.of("signedOn", DECIDED.minusDays(1).toString()))).hasMessageContaining("before-decision");
        complete(loan, Role.DIRECTOR, "Task_SignAnnex", Map.of());
        assertThat(request(loan).decidedOn()).isEqualTo(DECIDED);
    }

    @Test
    void theDirectorRefuses() {
        long loan = disbursed(true);
        valued(loan, 500_000_000);
        businessDay.moveTo(DECIDED);
        pay(loan, 280_000_000, DECIDED, EarlyRepayment.FEWER);
        forwarded(loan, extend(planRestructure.plan(loan, RestructureTerms.Kind.EXTEND, NEW_END)));
        complete(loan, Role.DIRECTOR, "Task_DecideRestructure", Map.of("outcome", "REJECTED", "comment", "Còn nguồn trả"));
        assertThat(request(loan)).extracting(RestructureRequest::state, RestructureRequest::answer)
                .containsExactly(RestructureRequest.State.REFUSED, "Còn nguồn trả");
        assertThat(file(loan).loan().restructureCount()).isZero();
    }

    @Test
    void whatTheCouncilRefusesChangesNothing() {
        long loan = late();
        forwarded(loan, adjust(planRestructure.plan(loan, RestructureTerms.Kind.ADJUST, null)));
        councilDecides(loan, "AGAINST");
        assertThat(request(loan).state()).isEqualTo(RestructureRequest.State.REFUSED);
        assertThat(request(loan).answer()).contains("Chưa đủ căn cứ", "BB-HĐQL");
        assertThat(file(loan).loan().restructureCount()).isZero();
        assertThat(openTasks(loan)).doesNotContain("Task_SignAnnex", "Task_AppraiseRestructure");
    }

    @Test
    void isRefusedOrReturnedOnTheWay() {
        long loan = late();
        submitted(loan, adjust(planRestructure.plan(loan, RestructureTerms.Kind.ADJUST, null)));
        assertThatThrownBy(() -> complete(loan, Role.HEAD_OF_LENDING, "Task_ReviewRestructure", Map.of("outcome", "RETURN")))
                .hasMessageContaining("say-why");
        complete(loan, Role.HEAD_OF_LENDING, "Task_ReviewRestructure", Map.of("outcome", "RETURN", "comment", "Thiếu dòng tiền"));
        complete(loan, Role.LOAN_OFFICER, "Task_AppraiseRestructure", Map.of("outcome", "FORWARD"));
        complete(loan, Role.HEAD_OF_LENDING, "Task_ReviewRestructure", Map.of("outcome", "REFUSE", "comment", "Không có nguồn trả"));
        assertThat(request(loan).state()).isEqualTo(RestructureRequest.State.REFUSED);
        drafted(loan, adjust(planRestructure.plan(loan, RestructureTerms.Kind.ADJUST, null)));
        assertThatThrownBy(() -> complete(loan, Role.LOAN_OFFICER, "Task_AppraiseRestructure", Map.of("outcome", "REFUSE")))
                .hasMessageContaining("say-why");
        complete(loan, Role.LOAN_OFFICER, "Task_AppraiseRestructure", Map.of("outcome", "REFUSE", "comment", "Chưa đủ căn cứ"));
        assertThat(request(loan).answer()).isEqualTo("Chưa đủ căn cứ");
        assertThat(processes.runs("loan-restructuring", Subject.loan(loan))).isFalse();
    }

    @Test
    void whoPlannedDoesNotReviewOrDecideNorVote() {
        long loan = late();
        Actor many = staff.with(Role.LOAN_OFFICER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER);
        as(many, () -> draftRestructure.keep(Subject.loan(loan), adjust(planRestructure.plan(loan, RestructureTerms.Kind.ADJUST, null)),
                "Mất mùa"));
        complete(loan, many, "Task_AppraiseRestructure", Map.of("outcome", "FORWARD"));
        assertThatThrownBy(() -> complete(loan, many, "Task_ReviewRestructure", Map.of("outcome", "FORWARD")))
                .isInstanceOf(DutyConflict.class);
        complete(loan, Role.HEAD_OF_LENDING, "Task_ReviewRestructure", Map.of("outcome", "FORWARD"));
        complete(loan, Role.HEAD_OF_LENDING, "Task_CallCouncil", Map.of());
        assertThat(inbox.on(Subject.loan(loan))).noneMatch(task -> task.forPerson() != null && task.forPerson() == many.id());
        assertThatThrownBy(() -> jdbc.sql("update servicing.restructure_request set decided_by = planned_by where id = ?")
                .param(request(loan).id()).update()).hasMessageContaining("restructure");
    }

    @Test
    void whatChangesNothingIsNoRestructuring() {
        long loan = disbursed(false);
        businessDay.moveTo(DISBURSED.plusDays(20));
        List<PrincipalDue> same = planRestructure.plan(loan, RestructureTerms.Kind.ADJUST, null);
        assertWrong(loan, RestructureTerms.Kind.ADJUST, "nothing-changes", same.toArray(PrincipalDue[]::new));
        List<PrincipalDue> moved = new java.util.ArrayList<>(same);
        moved.set(0, due(same.get(0).dueOn().plusDays(1), same.get(0).amount()));
        Rehearsal.Scene scene = as(staff.with(Role.LOAN_OFFICER), () -> rehearsal.ofRestructure(loan, adjust(moved)));
        assertThat(scene.was()).isEqualTo(new Rehearsal.Standing(0, 1));
        assertThat(scene.is()).isEqualTo(new Rehearsal.Standing(1, 2));
    }

    @Test
    void saysWhichRowsAreWrong() {
        long loan = late();
        assertWrong(loan, RestructureTerms.Kind.ADJUST, "rows-needed");
        assertWrong(loan, RestructureTerms.Kind.ADJUST, "rows-sum", due(END, 499_999_999));
        assertWrong(loan, RestructureTerms.Kind.ADJUST, "end-stays", due(END.plusDays(1), 500_000_000));
        assertWrong(loan, RestructureTerms.Kind.EXTEND, "end-moves", due(END, 500_000_000));
        assertWrong(loan, RestructureTerms.Kind.ADJUST, "rows-in-order", due(DECIDED, 500_000_000));
        assertWrong(loan, RestructureTerms.Kind.ADJUST, "rows-in-order", due(END, 250_000_000), due(END, 250_000_000));
        assertWrong(loan, RestructureTerms.Kind.ADJUST, "rows-needed", due(END, -1));
        // their sum runs over and comes out at 500,000,000
        assertWrong(loan, RestructureTerms.Kind.EXTEND, "amount-large", due(END, Long.MAX_VALUE),
                due(END.plusDays(1), Long.MAX_VALUE), due(NEW_END, 500_000_002));
        // the end would move by a row that asks for nothing
        assertWrong(loan, RestructureTerms.Kind.EXTEND, "last-row-empty", due(END, 500_000_000), due(NEW_END, 0));
        // 24 months from 15/01/2026, half of it more: 15/01/2029 at the latest
        assertWrong(loan, RestructureTerms.Kind.EXTEND, "extended-too-far", due(LocalDate.of(2029, 1, 16), 500_000_000));
        drafted(loan, extend(List.of(due(LocalDate.of(2029, 1, 15), 500_000_000))));
        assertThatThrownBy(() -> planRestructure.plan(loan, RestructureTerms.Kind.EXTEND, DECIDED)).hasMessageContaining("not-later");
        assertThatThrownBy(() -> complete(loan, Role.LOAN_OFFICER, "Task_AppraiseRestructure", Map.of("outcome", "FORWARD",
                "kind", "EXTEND", "newEnd", "2029-01-16"))).hasMessageContaining("extended-too-far");
    }

    @Test
    void nothingIsDatedBeforeIt() {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE);
        long paid = pay(loan, 1_000_000, FIRST_DUE).id();
        businessDay.moveTo(DECIDED);
        restructured(loan, adjust(planRestructure.plan(loan, RestructureTerms.Kind.ADJUST, null)));
        assertThatThrownBy(() -> pay(loan, 1_000_000, DECIDED.minusDays(1))).isInstanceOf(Refusal.class)
                .hasMessageContaining("before-restructure");
        assertThatThrownBy(() -> reverse(loan, paid)).hasMessageContaining("before-restructure");
        pay(loan, 1_000_000, DECIDED);
    }

    @Test
    void takenBackItLeavesTheLoanAsItWas() {
        long loan = late();
        long due = file(loan).position().due();
        assertThatThrownBy(() -> takeBack(loan)).hasMessageContaining("not-restructured");
        restructured(loan, extend(List.of(due(NEW_END, 500_000_000))));
        Proposed waits = takeBack(loan);
        assertThatThrownBy(() -> confirm(waits, Role.DIRECTOR)).hasMessageContaining("refused.decider");
        confirm(waits, Role.COUNCIL_CHAIR);
        assertThat(file(loan).position().due()).isEqualTo(due);
        assertThat(file(loan).loan().restructureCount()).isZero();
        assertThat(attachments.of(Subject.loan(loan))).extracting("kind").doesNotContain(Annexes.KIND);
        assertThat(pay(loan, 1_000_000, DECIDED.minusDays(1)).state()).isEqualTo(RepaymentResult.State.POSTED);
        assertThatThrownBy(() -> takeBack(loan)).hasMessageContaining("not-restructured");
    }

    private Proposed takeBack(long loan) {
        return as(staff.with(Role.LOAN_OFFICER), () -> reverseRestructure.propose(Subject.loan(loan), "Khách hàng rút đề nghị"));
    }

    @Test
    void endsWithALoanThatIsSettled() {
        long loan = late();
        forwarded(loan, adjust(planRestructure.plan(loan, RestructureTerms.Kind.ADJUST, null)));
        complete(loan, Role.HEAD_OF_LENDING, "Task_CallCouncil", Map.of());
        pay(loan, file(loan).position().payoffQuote().total(), DECIDED, EarlyRepayment.PAYOFF);
        assertThat(request(loan).state()).isEqualTo(RestructureRequest.State.LAPSED);
        assertThat(request(loan).answer()).isNotBlank();
        assertThat(openTasks(loan)).doesNotContain("Task_CastVote", "Task_SignMinutes");
        assertThat(processes.runs("loan-restructuring", Subject.loan(loan))).isFalse();
        assertThat(processes.runs("credit-committee", Subject.loan(loan))).isFalse();
    }

    @Test
    void moneyThatComesMeanwhileIsTakenAndThePlanMadeAnew() {
        long loan = late();
        submitted(loan, adjust(planRestructure.plan(loan, RestructureTerms.Kind.ADJUST, null)));
        pay(loan, 10_000_000, DECIDED);
        complete(loan, Role.HEAD_OF_LENDING, "Task_ReviewRestructure", Map.of("outcome", "FORWARD"));
        assertThat(openTasks(loan)).contains("Task_AppraiseRestructure");
        assertThat(events(loan)).anyMatch(line -> line.contains("no longer fits"));

        complete(loan, Role.LOAN_OFFICER, "Task_AppraiseRestructure", Map.of("outcome", "FORWARD"));
        complete(loan, Role.HEAD_OF_LENDING, "Task_ReviewRestructure", Map.of("outcome", "FORWARD"));
        councilVotes(loan, "FOR");
        pay(loan, 10_000_000, DECIDED);
        complete(loan, Role.COUNCIL_CHAIR, "Task_SignMinutes", Map.of());
        assertThat(openTasks(loan)).contains("Task_AppraiseRestructure");

        complete(loan, Role.LOAN_OFFICER, "Task_AppraiseRestructure", Map.of("outcome", "FORWARD"));
        complete(loan, Role.HEAD_OF_LENDING, "Task_ReviewRestructure", Map.of("outcome", "FORWARD"));
        councilDecides(loan, "FOR");
        String annex = request(loan).annexNumber();
        pay(loan, 10_000_000, DECIDED);
        complete(loan, Role.DIRECTOR, "Task_SignAnnex", Map.of());
        assertThat(request(loan).state()).isEqualTo(RestructureRequest.State.ASKED);
        assertThat(file(loan).loan().restructureCount()).isZero();

        complete(loan, Role.LOAN_OFFICER, "Task_AppraiseRestructure", Map.of("outcome", "FORWARD"));
        complete(loan, Role.HEAD_OF_LENDING, "Task_ReviewRestructure", Map.of("outcome", "FORWARD"));
        councilDecides(loan, "FOR");
        complete(loan, Role.DIRECTOR, "Task_SignAnnex", Map.of());
        assertThat(request(loan)).extracting(RestructureRequest::state, RestructureRequest::annexNumber)
                .containsExactly(RestructureRequest.State.EFFECTIVE, annex);
    }

    @Test
    void whoAskedWithdrawsItAtAnyStep() {
        long loan = late();
        RestructureTerms terms = adjust(planRestructure.plan(loan, RestructureTerms.Kind.ADJUST, null));
        forwarded(loan, terms);
        complete(loan, Role.HEAD_OF_LENDING, "Task_CallCouncil", Map.of());
        assertThatThrownBy(() -> drafted(loan, terms)).hasMessageContaining("no-restructure-request");
        long id = request(loan).id();
        assertThatThrownBy(() -> as(staff.with(Role.COUNCIL_CHAIR), () -> withdrawRestructure.withdraw(Subject.loan(loan), id)))
                .isInstanceOf(NotAllowed.class);
        as(staff.with(Role.LOAN_OFFICER), () -> withdrawRestructure.withdraw(Subject.loan(loan), id));
        assertThat(openTasks(loan)).noneMatch(key -> key.contains("Restructure") || key.equals("Task_CastVote"));
        assertThat(processes.runs("credit-committee", Subject.loan(loan))).isFalse();
        assertThatThrownBy(() -> as(staff.with(Role.LOAN_OFFICER), () -> withdrawRestructure.withdraw(Subject.loan(loan), id)))
                .hasMessageContaining("no-restructure-request");
        restructured(loan, terms);
        assertThat(file(loan).loan().restructureCount()).isEqualTo(1);
    }

    @Test
    void countsEachAndSettlesWhenItsRowsArePaid() {
        long loan = late();
        LocalDate first = LocalDate.of(2026, 9, 15);
        restructured(loan, adjust(List.of(due(first, 500_000_000))));
        restructured(loan, extend(List.of(due(NEW_END, 500_000_000))));
        assertThat(file(loan).loan().restructureCount()).isEqualTo(2);
        businessDay.moveTo(NEW_END);
        pay(loan, file(loan).position().due(), NEW_END);
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.CLOSED);
        assertThat(balanceOf("1283", loan)).isZero();
        assertThat(balanceOf("1388", loan)).isZero();
    }

    @Test
    void rehearsalShowsBothSchedules() {
        long loan = late();
        Rehearsal.Scene scene = as(staff.with(Role.LOAN_OFFICER), () -> rehearsal.ofRestructure(loan,
                extend(List.of(due(NEW_END, 500_000_000)))));
        assertThat(scene.before().principalDue()).isEqualTo(62_500_000);
        assertThat(scene.after().principalDue()).isZero();
        assertThat(file(loan).loan().restructureCount()).isZero();
        assertThat(file(loan).position().principalDue()).isEqualTo(62_500_000);
        assertThat(as(staff.with(Role.CONTROLLER), () -> requests.of(loan))).isEmpty();
    }

    private void assertWrong(long loan, RestructureTerms.Kind kind, String why, PrincipalDue... rows) {
        assertThatThrownBy(() -> drafted(loan, new RestructureTerms(kind, List.of(rows), null))).isInstanceOf(Refusal.class)
                .hasMessageContaining(why);
    }

    private RestructureRequest request(long loan) {
        return as(staff.with(Role.CONTROLLER), () -> requests.of(loan)).get(0);
    }

    private List<String> events(long loan) {
        return as(staff.with(Role.CONTROLLER), () -> caseEvents.of(Subject.loan(loan))).stream().map(CaseEvents.Line::what).toList();
    }

    private static RestructureTerms adjust(List<PrincipalDue> rows) {
        return new RestructureTerms(RestructureTerms.Kind.ADJUST, rows, null);
    }

    private static RestructureTerms extend(List<PrincipalDue> rows) {
        return new RestructureTerms(RestructureTerms.Kind.EXTEND, rows, null);
    }

    private static PrincipalDue due(LocalDate on, long amount) {
        return new PrincipalDue(on, amount);
    }

    private long late() {
        long loan = disbursed(false);
        businessDay.moveTo(DECIDED);
        return loan;
    }
}
