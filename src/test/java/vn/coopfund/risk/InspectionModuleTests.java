package vn.coopfund.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.access.Actor;
import vn.coopfund.access.DutyConflict;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.CloseDay;
import vn.coopfund.cooperatives.LinkSignIn;
import vn.coopfund.documents.Attachment;
import vn.coopfund.documents.Attachments;
import vn.coopfund.documents.Files;
import vn.coopfund.notices.Notices;
import vn.coopfund.servicing.LoanStatements;
import vn.coopfund.servicing.Recalls;
import vn.coopfund.servicing.RiskModuleTest;
import vn.coopfund.servicing.StatementLine;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SortBy;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.CompleteTask;
import vn.coopfund.workflow.Inbox;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskDesk;
import vn.coopfund.workflow.Processes;

/** How the money of a loan is used is inspected from day to day; a misuse leads to a warning or to the loan's recall. */
class InspectionModuleTests extends RiskModuleTest {

    @Autowired
    TaskDesk desk;
    @Autowired
    Inspections inspections;
    @Autowired
    RecallCases cases;
    @Autowired
    Recalls recalls;
    @Autowired
    OpenSampleInspection openSampleInspection;
    @Autowired
    Inbox inbox;
    @Autowired
    CompleteTask completeTask;
    @Autowired
    Processes processes;
    @Autowired
    Attachments attachments;
    @Autowired
    Notices notices;
    @Autowired
    LinkSignIn linkSignIn;
    @Autowired
    LoanStatements statements;
    @Autowired
    CaseEvents events;
    @Autowired
    CloseDay closeDay;
    @Autowired
    MockMvc web;

    /** Below the director's limit for loans without security, 100,000,000. */
    private long small() {
        return lent(80_000_000, false, 8, 3);
    }

    private List<String> open(long loan) {
        return inbox.on(Subject.loan(loan)).stream().map(OpenTask::key).toList();
    }

    private void done(long loan, String key, Role role, Map<String, Object> fields) {
        done(loan, key, staff.with(role), fields);
    }

    private void done(long loan, String key, Actor who, Map<String, Object> fields) {
        as(who, () -> completeTask.complete(task(loan, key).id(), fields));
    }

    private OpenTask task(long loan, String key) {
        return inbox.on(Subject.loan(loan)).stream().filter(task -> task.key().equals(key)).findFirst()
                .orElseThrow(() -> new AssertionError("no " + key + " among " + open(loan)));
    }

    private void inspected(long loan, String outcome) {
        Map<String, Object> found = new HashMap<>(Map.of("outcome", outcome, "progress", "Đã xây xong móng",
                "present", "Giám đốc HTX",
                "remarks", "Nghi mua xe con"));
        done(loan, "Task_InspectUse", Role.LOAN_OFFICER, found);
    }

    /** Inspected thirty days after its money left and found misused. */
    private long misused(long loan) {
        closeDay(on(2, 13));
        inspected(loan, "MISUSED");
        return loan;
    }

    private long proposed(long loan, String payBy) {
        done(misused(loan), "Task_ReviewRecall", Role.HEAD_OF_LENDING,
                Map.of("outcome", "RECALL", "payBy", payBy, "reason", "Dùng vốn mua ô tô con"));
        return loan;
    }

    private long recalled() {
        long loan = proposed(small(), on(3, 1).toString());
        done(loan, "Task_DecideRecall", Role.DIRECTOR, Map.of("outcome", "RECALLED"));
        return loan;
    }

    private Actor borrowersDirector() {
        Actor director = staff.named("htx-" + borrower, Role.BORROWER);
        linkSignIn.link(borrower, director.username());
        return director;
    }

    private LocalDate nextDue(long loan) {
        return inspections.plan(loan).orElseThrow().dueOn();
    }

    @BeforeEach
    void closeNoMonths() {
        shareYears();
    }

    @Test
    void isDueThirtyDaysAfterTheMoneyAndThenEverySixMonths() throws Exception {
        long loan = small();
        assertThat(nextDue(loan)).isEqualTo(on(2, 14));
        closeDay(on(2, 12));
        assertThat(open(loan)).isEmpty();
        closeDay(on(2, 13));
        assertThat(open(loan)).containsExactly("Task_InspectUse");
        closeDay(on(2, 13));
        assertThat(open(loan)).containsExactly("Task_InspectUse");
        inspected(loan, "AS_AGREED");
        assertThat(open(loan)).isEmpty();
        assertThat(nextDue(loan)).isEqualTo(on(8, 14));

        Inspections.Inspection made = inspections.of(loan).get(0);
        assertThat(made.amountSeen()).isEqualTo(80_000_000);
        assertThat(made.reason()).isEqualTo(Inspections.Reason.FIRST);
        Attachment minutes = attachments.of(Subject.loan(loan)).stream().filter(paper -> paper.kind().equals("INSPECTION_MINUTES"))
                .findFirst().orElseThrow();
        String paper = new PDFTextStripper().getText(Loader.loadPDF(web.perform(get(minutes.path())
                .with(staff.signedIn(Role.LOAN_OFFICER))).andReturn().getResponse().getContentAsByteArray()));
        assertThat(paper).contains(made.number(), "80.000.000", "Đã xây xong móng", "Đúng mục đích").doesNotContain("Nghi mua xe");
    }

    @Test
    void isSignalledWhenDaysWereClosedLate() {
        long loan = small();
        closeDay(on(2, 10));
        // three days off: the next close is of a day past the due one
        closeDay(on(2, 16));
        assertThat(open(loan)).containsExactly("Task_InspectUse");
        assertThat(row(loan).daysLate()).isEqualTo(3);
        closeDay(on(2, 17));
        assertThat(open(loan)).containsExactly("Task_InspectUse");
    }

    @Test
    void partlyUsedGoesOn() {
        long loan = small();
        closeDay(on(2, 13));
        inspected(loan, "PARTLY");
        assertThat(open(loan)).isEmpty();
        assertThat(row(loan).lastOutcome()).isEqualTo(Inspections.Outcome.PARTLY);
    }

    @Test
    void aWarningHasADayToPutItRightBy() {
        long loan = misused(small());
        assertThat(open(loan)).containsExactly("Task_ReviewRecall");
        Actor director = borrowersDirector();
        assertThatThrownBy(() -> done(loan, "Task_ReviewRecall", Role.HEAD_OF_LENDING, Map.of("outcome", "WARN")))
                .hasMessageContaining("form.required");
        assertThatThrownBy(() -> done(loan, "Task_ReviewRecall", Role.HEAD_OF_LENDING, Map.of("outcome", "WARN", "reason", "x",
                "putRightBy", businessDay.today().toString()))).hasMessageContaining("not-later");
        done(loan, "Task_ReviewRecall", Role.HEAD_OF_LENDING,
                Map.of("outcome", "WARN", "reason", "Hoàn trả vốn về dự án", "putRightBy", on(3, 5).toString()));
        assertThat(open(loan)).isEmpty();
        assertThat(as(director, () -> notices.mine(50))).extracting(Notices.Notice::text).anyMatch(text -> text.contains("05/03/") && text.contains("Hoàn trả vốn về dự án"));
        closeDay(on(3, 4));
        assertThat(open(loan)).containsExactly("Task_InspectUse");
        assertThat(inspections.plan(loan).orElseThrow().reason()).isEqualTo(Inspections.Reason.PUT_RIGHT);
        inspected(loan, "AS_AGREED");
        assertThat(nextDue(loan)).isEqualTo(on(9, 5));
    }

    @Test
    void theDirectorCallsASmallLoanBack() {
        long loan = proposed(small(), on(3, 1).toString());
        assertThat(open(loan)).containsExactly("Task_DecideRecall");
        Actor director = borrowersDirector();
        long due = position(loan).due();
        done(loan, "Task_DecideRecall", Role.DIRECTOR, Map.of("outcome", "RECALLED"));

        assertThat(state(loan)).isEqualTo("ACCELERATED");
        assertThat(cases.of(loan).get(0).state()).isEqualTo(RecallCases.State.RECALLED);
        assertThat(position(loan).due()).isEqualTo(due);
        assertThat(position(loan).rows()).filteredOn(row -> row.principalUnpaid() > 0).singleElement()
                .satisfies(row -> assertThat(row.dueOn()).isEqualTo(on(3, 1)));
        assertThat(attachments.of(Subject.loan(loan))).extracting(Attachment::kind).contains("RECALL_NOTICE");
        assertThat(as(director, () -> notices.mine(50))).extracting(Notices.Notice::text)
                .anyMatch(text -> text.contains("01/03/") && text.contains("TB-QHTX"));
        assertThat(as(staff.with(Role.CONTROLLER), () -> statements.of(loan))).extracting(StatementLine::kind)
                .contains(StatementLine.Kind.ACCELERATION);
        assertThat(jdbc.sql("select reason from servicing.schedule_version where loan_id = ? order by version desc limit 1")
                .param(loan).query(String.class).single()).isEqualTo("ACCELERATION");
        assertThat(open(loan)).containsExactly("Task_DeliverRecall");
        done(loan, "Task_DeliverRecall", Role.LOAN_OFFICER, Map.of("outcome", "HANDED_OVER", "receivedBy", "Giám đốc HTX"));
        assertThat(open(loan)).isEmpty();
        assertThat(recalls.of(loan).get(0).deliveredOn()).isEqualTo(businessDay.today());

        closeDay(on(3, 1));
        assertThat(open(loan)).containsExactly("Task_RemindOverdue");
        assertThat(position(loan).daysPastDue()).isEqualTo(1);
        booksAgree(loan);
        settle(loan, on(3, 5));
        assertThat(state(loan)).isEqualTo("CLOSED");
        assertThat(open(loan)).isEmpty();
        assertThat(processes.runs("loan-inspection", Subject.loan(loan))).isFalse();
        assertThat(inspections.plan(loan).orElseThrow().dueOn()).isNull();
    }

    @Test
    void theDirectorMayLetItGoOn() {
        long loan = proposed(small(), on(3, 1).toString());
        assertThatThrownBy(() -> done(loan, "Task_DecideRecall", Role.DIRECTOR, Map.of("outcome", "REFUSED")))
                .hasMessageContaining("say-why");
        done(loan, "Task_DecideRecall", Role.DIRECTOR, Map.of("outcome", "REFUSED", "comment", "Đã hoàn trả vốn về dự án"));
        assertThat(state(loan)).isEqualTo("ACTIVE");
        assertThat(open(loan)).isEmpty();
        assertThat(nextDue(loan)).isEqualTo(on(8, 14));
    }

    @Test
    void aboveTheDirectorTheCouncilVotes() throws Exception {
        long loan = proposed(lent(false), on(3, 1).toString());
        assertThat(open(loan)).containsExactly("Task_CallCouncil");
        web.perform(get("/tasks/" + task(loan, "Task_CallCouncil").id()).with(staff.signedIn(Role.HEAD_OF_LENDING)))
                .andExpect(status().isOk()).andExpect(content().string(containsString("Dùng vốn mua ô tô con")));
        businessDay.moveTo(on(2, 25));
        councilVotes(loan, "FOR");
        assertThat(state(loan)).isEqualTo("ACCELERATED");
        RecallCases.RecallCase decided = cases.of(loan).get(0);
        assertThat(decided.minutes()).isNotNull();
        // proposed on 14/02 to be paid by 01/03; the vote took eleven days, and fifteen are left from the decision
        assertThat(decided.payBy()).isEqualTo(on(2, 25).plusDays(15));
        assertThat(recalls.of(loan).get(0).payBy()).isEqualTo(on(2, 25).plusDays(15));
    }

    @Test
    void leavesTheDaysOfTheRegulationToPay() {
        long loan = misused(small());
        OpenTask review = task(loan, "Task_ReviewRecall");
        assertThat(desk.actOf(review).form(review).fields()).filteredOn(field -> field.name().equals("reason")).singleElement()
                .satisfies(field -> assertThat(field.required()).isTrue());
        assertThatThrownBy(() -> done(loan, "Task_ReviewRecall", Role.HEAD_OF_LENDING,
                Map.of("outcome", "RECALL", "reason", "x", "payBy", on(2, 28).toString()))).hasMessageContaining("pay-by-early");
        assertThatThrownBy(() -> done(loan, "Task_ReviewRecall", Role.HEAD_OF_LENDING, Map.of("outcome", "RECALL", "payBy", on(3, 1).toString())))
                .hasMessageContaining("form.required");
        done(loan, "Task_ReviewRecall", Role.HEAD_OF_LENDING, Map.of("outcome", "RECALL", "reason", "x", "payBy", on(3, 1).toString()));
        businessDay.moveTo(on(2, 15));
        assertThatThrownBy(() -> done(loan, "Task_DecideRecall", Role.DIRECTOR, Map.of("outcome", "RECALLED", "payBy", on(3, 1).toString())))
                .hasMessageContaining("pay-by-early");
        done(loan, "Task_DecideRecall", Role.DIRECTOR, Map.of("outcome", "RECALLED"));
        assertThat(recalls.of(loan).get(0).payBy()).isEqualTo(on(3, 2));
    }

    @Test
    void theCouncilMayRefuse() {
        long loan = proposed(lent(false), on(3, 1).toString());
        councilVotes(loan, "AGAINST");
        assertThat(state(loan)).isEqualTo("ACTIVE");
        assertThat(cases.of(loan).get(0).state()).isEqualTo(RecallCases.State.REFUSED);
        assertThat(nextDue(loan)).isEqualTo(on(8, 14));
    }

    private void councilVotes(long loan, String vote) {
        Actor chair = staff.named("recall-chair", Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR);
        staff.named("recall-member", Role.COUNCIL_MEMBER);
        done(loan, "Task_CallCouncil", Role.HEAD_OF_LENDING, Map.of());
        for (OpenTask ballot : inbox.on(Subject.loan(loan))) {
            if (inbox.on(Subject.loan(loan)).stream().anyMatch(task -> task.id().equals(ballot.id()) && task.key().equals("Task_CastVote"))) {
                as(staff.byId(ballot.forPerson()), () -> completeTask.complete(ballot.id(), Map.of("outcome", vote, "comment", "Đã bàn")));
            }
        }
        done(loan, "Task_SignMinutes", chair, Map.of());
    }

    @Test
    void noMoreMoneyLeavesWhileAMisuseIsOpen() {
        long loan = lentInPart(90_000_000, 40_000_000);
        done(loan, "Task_PrepareDisbursement", Role.ACCOUNTANT, Map.of("amount", 20_000_000));
        misused(loan);
        refusesMoney(loan, "Task_CheckDisbursement", Role.CHIEF_ACCOUNTANT, "misuse-open");
        done(loan, "Task_ReviewRecall", Role.HEAD_OF_LENDING, Map.of("outcome", "RECALL", "payBy", on(3, 1).toString(), "reason", "Mua ô tô"));
        refusesMoney(loan, "Task_CheckDisbursement", Role.CHIEF_ACCOUNTANT, "misuse-proposed");
        // nobody is kept from giving it back
        done(loan, "Task_CheckDisbursement", Role.CHIEF_ACCOUNTANT, Map.of("outcome", "RETURNED", "comment", "Chờ quyết định"));
        assertThatThrownBy(() -> done(loan, "Task_PrepareDisbursement", Role.ACCOUNTANT, Map.of("amount", 20_000_000)))
                .isInstanceOf(Refusal.class).hasMessageContaining("misuse-proposed");
        done(loan, "Task_DecideRecall", Role.DIRECTOR, Map.of("outcome", "REFUSED", "comment", "Đã hoàn trả vốn về dự án"));
        done(loan, "Task_PrepareDisbursement", Role.ACCOUNTANT, Map.of("amount", 20_000_000, "plannedOn", businessDay.today().toString()));
        done(loan, "Task_CheckDisbursement", Role.CHIEF_ACCOUNTANT, Map.of("outcome", "APPROVED"));
    }

    @Test
    void moneyApprovedBeforeAMisuseWaitsUntilItIsPutRight() {
        long loan = lentInPart(90_000_000, 40_000_000);
        closeDay(on(2, 13));
        done(loan, "Task_PrepareDisbursement", Role.ACCOUNTANT, Map.of("amount", 20_000_000, "plannedOn", on(2, 14).toString()));
        done(loan, "Task_CheckDisbursement", Role.CHIEF_ACCOUNTANT, Map.of("outcome", "APPROVED"));
        inspected(loan, "MISUSED");
        refusesMoney(loan, "Task_ApproveDisbursement", Role.DIRECTOR, "misuse-open");
        done(loan, "Task_ReviewRecall", Role.HEAD_OF_LENDING,
                Map.of("outcome", "WARN", "reason", "Hoàn trả vốn về dự án", "putRightBy", on(3, 5).toString()));
        refusesMoney(loan, "Task_ApproveDisbursement", Role.DIRECTOR, "misuse-warned");
        as(staff.with(Role.CONTROLLER), () -> sample(loan, "Xem đã khắc phục chưa"));
        inspected(loan, "AS_AGREED");
        done(loan, "Task_ApproveDisbursement", Role.DIRECTOR, Map.of("outcome", "APPROVED"));
        as(staff.with(Role.CONTROLLER), () -> sample(loan, "Xem lại lần nữa"));
        inspected(loan, "MISUSED");
        assertThatThrownBy(() -> done(loan, "Task_PayDisbursement", Role.CASHIER, Map.of("paidOn", on(2, 14).toString())))
                .isInstanceOf(Refusal.class).hasMessageContaining("misuse-open");
    }

    private void refusesMoney(long loan, String key, Role role, String why) {
        assertThatThrownBy(() -> done(loan, key, role, Map.of("outcome", "APPROVED"))).isInstanceOf(Refusal.class)
                .hasMessageContaining(why);
    }

    @Test
    void aMisuseSaysWhatWasSeenAndByWhom() {
        long loan = small();
        closeDay(on(2, 13));
        assertThatThrownBy(() -> done(loan, "Task_InspectUse", Role.LOAN_OFFICER, Map.of("outcome", "MISUSED")))
                .hasMessageContaining("say-what-was-seen").hasMessageContaining("say-who-was-present");
        done(loan, "Task_InspectUse", Role.LOAN_OFFICER, Map.of("outcome", "AS_AGREED"));
    }

    @Test
    void whatTheCloseOfADayDoesIsNobodys() {
        long loan = small();
        businessDay.moveTo(on(4, 15));
        as(staff.with(Role.CHIEF_ACCOUNTANT), () -> closeDay.close(on(4, 15)));
        assertThat(jdbc.sql("select by_name from workflow.case_event where subject_type = 'LOAN' and subject_id = ? "
                + "and code = 'servicing.event.overdue' and person_id is null").param(loan).query(String.class).list())
                .containsExactly("#workflow.by.day-close");
        assertThat(as(staff.with(Role.CONTROLLER), () -> events.of(Subject.loan(loan)))).extracting(CaseEvents.Line::by)
                .containsAnyOf("Hệ thống, lúc khóa ngày", "The system, at the close of the day");
    }

    @Test
    void whoInspectedNeitherReviewsNorDecides() {
        long loan = small();
        closeDay(on(2, 13));
        Actor both = staff.named("inspector-and-all", Role.LOAN_OFFICER, Role.HEAD_OF_LENDING, Role.DIRECTOR);
        done(loan, "Task_InspectUse", both, Map.of("outcome", "MISUSED", "progress", "Mua ô tô con", "present", "Giám đốc HTX"));
        assertThatThrownBy(() -> done(loan, "Task_ReviewRecall", both, Map.of("outcome", "RECALL", "reason", "x")))
                .isInstanceOf(DutyConflict.class);
        done(loan, "Task_ReviewRecall", Role.HEAD_OF_LENDING, Map.of("outcome", "RECALL", "reason", "x"));
        assertThatThrownBy(() -> done(loan, "Task_DecideRecall", both, Map.of("outcome", "RECALLED"))).isInstanceOf(DutyConflict.class);
        assertThatThrownBy(() -> jdbc.sql("update risk.recall set state = 'REFUSED', decided_by = ?, decided_on = ? where loan_id = ?")
                .params(both.id(), businessDay.today(), loan).update()).hasMessageContaining("conflicts with");
        assertThatThrownBy(() -> done(loan, "Task_DecideRecall", Role.LOAN_OFFICER, Map.of("outcome", "RECALLED")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void twoInspectorsAtOnceWriteOneMinutes() {
        long loan = small();
        closeDay(on(2, 13));
        String one = task(loan, "Task_InspectUse").id();
        List<CompletableFuture<Exception>> ends = List.of("AS_AGREED", "MISUSED").stream().map(outcome -> CompletableFuture.supplyAsync(() -> {
            try {
                as(staff.named("inspector-" + outcome.toLowerCase(Locale.ROOT), Role.LOAN_OFFICER),
                        () -> completeTask.complete(one,
                                Map.of("outcome", outcome, "progress", "Xây móng", "present", "Giám đốc HTX")));
                return null;
            } catch (Exception refused) {
                return refused;
            }
        })).toList();
        List<Exception> refusals = ends.stream().map(CompletableFuture::join).filter(end -> end != null).toList();
        assertThat(refusals).singleElement().isInstanceOf(Refusal.class);
        assertThat(inspections.of(loan)).hasSize(1);
        assertThat(attachments.of(Subject.loan(loan))).filteredOn(paper -> paper.kind().equals("INSPECTION_MINUTES")).hasSize(1);
        boolean misused = inspections.of(loan).get(0).outcome() == Inspections.Outcome.MISUSED;
        assertThat(open(loan)).isEqualTo(misused ? List.of("Task_ReviewRecall") : List.of());
    }

    @Test
    void aReceiptWhileTheRecallIsBeingDecidedIsTaken() {
        long loan = proposed(small(), on(3, 1).toString());
        paid(loan, 5_000_000, on(2, 15));
        assertThat(open(loan)).containsExactly("Task_DecideRecall");
        done(loan, "Task_DecideRecall", Role.DIRECTOR, Map.of("outcome", "RECALLED"));
        assertThat(state(loan)).isEqualTo("ACCELERATED");
        assertThat(position(loan).credit()).isEqualTo(5_000_000);
        // decided on 15/02: fifteen days to pay
        closeDay(on(3, 2));
        assertThat(position(loan).credit()).isZero();
        booksAgree(loan);
    }

    @Test
    void aLoanSettledMeanwhileIsInspectedAndDecidedNoMore() {
        long loan = small();
        closeDay(on(2, 13));
        settle(loan, on(2, 15));
        assertThat(open(loan)).isEmpty();
        assertThat(processes.runs("loan-inspection", Subject.loan(loan))).isFalse();

        long decided = proposed(lent(on(1, 15), 500_000_000, false, 8, 3), on(3, 1).toString());
        settle(decided, on(2, 20));
        assertThat(open(decided)).isEmpty();
        assertThat(cases.of(decided).get(0).state()).isEqualTo(RecallCases.State.OVERTAKEN);
        assertThat(jdbc.sql("select state from council.matter where subject_type = 'LOAN' and subject_id = ?").param(decided)
                .query(String.class).single()).isEqualTo("TAKEN_BACK");
    }

    @Test
    void whatSettledItTakenBackBeginsAgain() {
        long loan = small();
        settle(loan, on(2, 2));
        assertThat(processes.runs("loan-inspection", Subject.loan(loan))).isFalse();
        long last = jdbc.sql("select max(id) from servicing.repayment where loan_id = ?").param(loan).query(Long.class).single();
        reversed(loan, last);
        assertThat(state(loan)).isEqualTo("ACTIVE");
        assertThat(processes.runs("loan-inspection", Subject.loan(loan))).isTrue();
        assertThat(nextDue(loan)).isEqualTo(on(2, 2).plusDays(30));
    }

    @Test
    void theControllerOpensASampleAtAnyTime() throws Exception {
        long loan = small();
        Actor controller = staff.with(Role.CONTROLLER);
        assertThatThrownBy(() -> as(staff.with(Role.LOAN_OFFICER), () -> sample(loan, "x"))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(controller, () -> sample(loan, " "))).hasMessageContaining("say-why");
        as(controller, () -> sample(loan, "Chọn mẫu quý I"));
        assertThat(open(loan)).containsExactly("Task_InspectUse");
        assertThatThrownBy(() -> as(controller, () -> sample(loan, "Lần nữa"))).hasMessageContaining("inspection-open");
        web.perform(get("/tasks/" + task(loan, "Task_InspectUse").id()).with(staff.signedIn(Role.LOAN_OFFICER)))
                .andExpect(status().isOk()).andExpect(content().string(containsString("Chọn mẫu quý I")));
        inspected(loan, "AS_AGREED");
        assertThat(inspections.of(loan).get(0).reason()).isEqualTo(Inspections.Reason.SAMPLE);
        web.perform(post("/api/v1/loans/{id}/inspections", loan).with(staff.signedIn(Role.CONTROLLER)).contentType(MediaType.APPLICATION_JSON)
                .content("{\"reason\":\"Chọn mẫu\"}").header("Idempotency-Key", "sample-" + loan)).andExpect(status().isCreated())
                .andExpect(jsonPath("$.reason").value("SAMPLE"));
    }

    private Void sample(long loan, String why) {
        openSampleInspection.open(Subject.loan(loan), why);
        return null;
    }

    @Test
    void theBorrowerSeesResultsAndTheRecallButNeverTheRemarks() throws Exception {
        long loan = recalled();
        Actor director = borrowersDirector();
        web.perform(get("/loans/{id}", loan).with(vn.coopfund.access.Staff.signedIn(director))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Sai mục đích")))
                .andExpect(content().string(containsString("Dùng vốn mua ô tô con")))
                .andExpect(content().string(not(containsString("Nghi mua xe con"))))
                .andExpect(content().string(not(containsString("??"))));
        web.perform(get("/api/v1/loans/{id}/inspections", loan).with(vn.coopfund.access.Staff.signedIn(director)))
                .andExpect(status().isOk()).andExpect(jsonPath("$.items[0].outcome").value("MISUSED"))
                .andExpect(jsonPath("$.items[0].remarks").doesNotExist()).andExpect(jsonPath("$.items[0].inspector").doesNotExist());
        web.perform(get("/api/v1/loans/{id}/recalls", loan).with(vn.coopfund.access.Staff.signedIn(director)))
                .andExpect(status().isOk()).andExpect(jsonPath("$[0].holds").value(true));
        web.perform(get("/api/v1/loans/{id}/inspections", loan).with(staff.signedIn(Role.LOAN_OFFICER))).andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].remarks").value("Nghi mua xe con"));
        Actor stranger = staff.named("htx-stranger", Role.BORROWER);
        web.perform(get("/api/v1/loans/{id}/inspections", loan).with(vn.coopfund.access.Staff.signedIn(stranger)))
                .andExpect(status().isNotFound());
        web.perform(get("/risk/inspections").with(vn.coopfund.access.Staff.signedIn(stranger))).andExpect(status().isForbidden());
        web.perform(get("/api/v1/inspections").with(vn.coopfund.access.Staff.signedIn(stranger))).andExpect(status().isForbidden());
    }

    @Test
    void theListSortsFiltersAndExports() throws Exception {
        long loan = small();
        closeDay(on(2, 20));
        String number = row(loan).number();
        for (String page : List.of("/risk/inspections?only=LATE&sort=-due&q=" + number, "/risk/inspections/export.csv?only=LATE&q=" + number)) {
            web.perform(get(page).with(staff.signedIn(Role.HEAD_OF_LENDING))).andExpect(status().isOk())
                    .andExpect(content().string(containsString(number))).andExpect(content().string(not(containsString("??"))));
        }
        web.perform(get("/api/v1/inspections?q=" + number).with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1)).andExpect(jsonPath("$.items[0].daysLate").value(7));
        web.perform(get("/risk/inspections/sample?loan=" + loan).with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk());
        for (String key : open(loan)) {
            web.perform(get("/tasks/" + task(loan, key).id()).with(staff.signedIn(Role.LOAN_OFFICER))).andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))));
        }
    }

    @Test
    void photosAreKeptWhileAnInspectionIsOpen() throws Exception {
        long loan = small();
        MockMultipartFile photo = new MockMultipartFile("file", "anh.pdf", "application/pdf", Files.pdf());
        web.perform(multipart("/api/v1/loans/{id}/inspection-papers", loan).file(photo).with(staff.signedIn(Role.LOAN_OFFICER)))
                .andExpect(status().isConflict());
        closeDay(on(2, 13));
        web.perform(multipart("/api/v1/loans/{id}/inspection-papers", loan).file(photo).with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().isForbidden());
        web.perform(multipart("/api/v1/loans/{id}/inspection-papers", loan).file(photo).with(staff.signedIn(Role.LOAN_OFFICER)))
                .andExpect(status().isCreated());
        web.perform(multipart("/risk/inspections/papers?loan={id}", loan).with(csrf()).with(staff.signedIn(Role.LOAN_OFFICER)))
                .andExpect(status().isOk()).andExpect(content().string(containsString("Hãy chọn ảnh")));
        web.perform(multipart("/risk/inspections/papers?loan={id}", loan).file(photo).with(csrf()).with(staff.signedIn(Role.LOAN_OFFICER)))
                .andExpect(status().is3xxRedirection());
        assertThat(attachments.of(Subject.loan(loan))).extracting(Attachment::kind).filteredOn("INSPECTION_PAPER"::equals).hasSize(2);
    }

    private Inspections.Row row(long loan) {
        return as(staff.with(Role.CONTROLLER), () -> inspections.list(new Inspections.Filter(null, Inspections.Only.ALL),
                SortBy.of(null, "due", Inspections.COLUMNS), new PageOf.Wish(0, 1000))).page().items().stream()
                .filter(one -> one.loanId() == loan).findFirst().orElseThrow();
    }
}
