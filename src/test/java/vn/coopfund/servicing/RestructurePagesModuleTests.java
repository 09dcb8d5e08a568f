package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.access.Subject;
import vn.coopfund.cooperatives.LinkSignIn;
import vn.coopfund.council.CouncilMatters;
import vn.coopfund.documents.Attachment;
import vn.coopfund.documents.Attachments;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.schedule.QuotedRate;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.schedule.Rhythm;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.Processes;

/** The borrower asks online, follows it and takes it back; programs too; nobody else's loan is there. */
class RestructurePagesModuleTests extends LoanModuleTest {

    private static final LocalDate LATE = LocalDate.of(2026, 6, 15);
    private static final RestructureTerms EXTENDED = new RestructureTerms(RestructureTerms.Kind.EXTEND,
            List.of(new PrincipalDue(LocalDate.of(2028, 7, 15), 500_000_000)), null);

    @Autowired
    MockMvc mvc;
    @Autowired
    LinkSignIn linkSignIn;
    @Autowired
    RestructureRequests requests;
    @Autowired
    Attachments attachments;
    @Autowired
    WaiveInterest waiveInterest;
    @Autowired
    CouncilMatters matters;
    @Autowired
    Processes processes;
    @Autowired
    MovedCases movedCases;
    @Autowired
    Proposals proposals;

    @Test
    void theBorrowerAsksOnThePageFollowsItAndReadsThePapers() throws Exception {
        long loan = late();
        Actor cooperative = cooperative();
        String path = "/loans/" + loan + "/restructuring-request";
        see(cooperative, "/loans/" + loan, path);
        see(cooperative, path, "Gửi đề nghị", "Gia hạn nợ");
        send(cooperative, path, "kind", "EXTEND", "newEnd", "2035-01-15", "reason", "").andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("<title>Lỗi:"), containsString("15/01/2029"))));
        send(cooperative, path, "_once", "ask" + loan, "kind", "EXTEND", "newEnd", "2028-07-15", "reason", "Vải mất mùa",
                "wish", "Trả cuối vụ").andExpect(redirectedUrl(path));
        see(cooperative, path, "Cán bộ tín dụng đang lập phương án", "Vải mất mùa", "Trả cuối vụ", "Rút đề nghị");
        see(cooperative, "/loans/" + loan, "Gia hạn nợ: Cán bộ tín dụng đang lập phương án");
        mvc.perform(multipart(path + "/papers").file(new MockMultipartFile("file", "don.pdf", "application/pdf",
                "%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF".getBytes(StandardCharsets.ISO_8859_1)))
                .with(Staff.signedIn(cooperative)).with(csrf())).andExpect(redirectedUrl(path));
        assertThat(as(staff.with(Role.LOAN_OFFICER), () -> attachments.of(Subject.loan(loan)))).extracting(Attachment::kind)
                .contains("RESTRUCTURE_GROUND");

        Actor officer = staff.with(Role.LOAN_OFFICER);
        see(officer, "/tasks/" + task(loan, "Task_AppraiseRestructure").id(), "Trả cuối vụ", "Lịch sau", "15/07/2028",
                "Vải mất mùa");
        see(officer, "/loans/" + loan + "/restructuring", "2028-07-15", "Trả cuối vụ");
        complete(loan, Role.LOAN_OFFICER, "Task_AppraiseRestructure", Map.of("outcome", "FORWARD"));
        see(staff.with(Role.HEAD_OF_LENDING), "/tasks/" + task(loan, "Task_ReviewRestructure").id(), "Lịch sau");
        complete(loan, Role.HEAD_OF_LENDING, "Task_ReviewRestructure", Map.of("outcome", "FORWARD"));
        see(cooperative, path, "Đang chờ quyết định");
        councilVotes(loan, "FOR");
        Actor chair = staff.with(Role.COUNCIL_CHAIR);
        see(chair, "/tasks/" + task(loan, "Task_SignMinutes").id(), "Lịch sau", "Vải mất mùa");
        complete(loan, chair, "Task_SignMinutes", Map.of());
        see(cooperative, path, "chờ hai bên ký phụ lục", "BB-HĐQL");
        assertThat(text(path + "/annex.pdf", cooperative)).contains("BB-HĐQL", chair.displayName(), "15/07/2028");
        see(staff.with(Role.DIRECTOR), "/tasks/" + task(loan, "Task_SignAnnex").id(), "In phụ lục để ký");
        complete(loan, Role.DIRECTOR, "Task_SignAnnex", Map.of());
        see(cooperative, path, "Lịch trả nợ mới đã có hiệu lực");
        see(cooperative, "/loans/" + loan, "Hai bên đã ký phụ lục", "15/07/2028");
        mvc.perform(get(path + "/annex.pdf").with(Staff.signedIn(cooperative))).andExpect(status().isNotFound());
    }

    @Test
    void programsAskOnceForAKeyAndTakeBackTheirOwn() throws Exception {
        long loan = late();
        Actor cooperative = cooperative();
        String path = "/api/v1/loans/" + loan + "/restructuring-requests";
        String body = "{\"kind\":\"ADJUST\",\"reason\":\"Vải chín muộn\"}";
        call(cooperative, path, body, null).andExpect(status().isBadRequest());
        call(cooperative, path, "{}", "empty" + loan).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[*].field").value(org.hamcrest.Matchers.containsInAnyOrder("kind", "reason")));
        for (int sending = 0; sending < 2; sending++) {
            call(cooperative, path, body, "ask" + loan).andExpect(status().isCreated())
                    .andExpect(jsonPath("$.state").value("ASKED"));
        }
        call(cooperative, path, body, "again" + loan).andExpect(status().isConflict());
        long id = open(loan).id();
        call(staff.with(Role.LOAN_OFFICER), path + "/" + id + "/withdrawal", "", null).andExpect(status().isForbidden());
        call(cooperative, path + "/7/withdrawal", "", null).andExpect(status().isNotFound());
        call(cooperative, path + "/" + id + "/withdrawal", "", null).andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("WITHDRAWN"));
        assertThat(openTasks(loan)).doesNotContain("Task_AppraiseRestructure");
        call(staff.with(Role.LOAN_OFFICER), "/api/v1/loans/" + loan + "/restructurings",
                "{\"kind\":\"EXTEND\",\"newEnd\":\"2028-07-15\",\"reason\":\"Mất mùa\"}", "plan" + loan).andExpect(status().isAccepted())
                .andExpect(jsonPath("$.lastDueOn").value("2028-07-15"));
        mvc.perform(get(path).with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(2)).andExpect(jsonPath("$[1].state").value("WITHDRAWN"));
    }

    @Test
    void anotherCooperativesLoanIsNotThereAndOthersMayNotAsk() throws Exception {
        long loan = late();
        Actor other = staff.named("htx-other-" + borrower, Role.BORROWER);
        String body = "{\"kind\":\"ADJUST\",\"reason\":\"Vải chín muộn\"}";
        mvc.perform(get("/loans/" + loan + "/restructuring-request").with(Staff.signedIn(other))).andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/loans/" + loan + "/restructuring-requests").with(Staff.signedIn(other))).andExpect(status().isNotFound());
        call(other, "/api/v1/loans/" + loan + "/restructuring-requests", body, "x" + loan).andExpect(status().isNotFound());
        for (Role role : List.of(Role.ACCOUNTANT, Role.DIRECTOR, Role.COUNCIL_CHAIR, Role.CONTROLLER)) {
            call(staff.with(role), "/api/v1/loans/" + loan + "/restructuring-requests", body, "y" + loan + role)
                    .andExpect(status().isForbidden());
        }
        mvc.perform(get("/loans/" + loan + "/restructuring").with(staff.signedIn(Role.DIRECTOR))).andExpect(status().isForbidden());
    }

    @Test
    void ofTwoWhoCompleteOneTaskOneHearsThatItIsDone() {
        long loan = late();
        drafted(loan, EXTENDED);
        String task = task(loan, "Task_AppraiseRestructure").id();
        List<Actor> officers = List.of(staff.with(Role.LOAN_OFFICER), staff.named("officer-two", Role.LOAN_OFFICER));
        List<CompletableFuture<String>> done = officers.stream().map(officer -> CompletableFuture.supplyAsync(() -> {
            try {
                as(officer, () -> completeTask.complete(task, Map.of("outcome", "FORWARD")));
                return "done";
            } catch (Refusal gone) {
                return gone.getMessage();
            }
        })).toList();
        assertThat(done.stream().map(CompletableFuture::join).toList()).containsOnlyOnce("done")
                .anyMatch(outcome -> outcome.contains("workflow.task.done-by"));
        assertThat(openTasks(loan)).contains("Task_ReviewRestructure").doesNotContain("Task_AppraiseRestructure");
    }

    /** Nobody waits for the other for good: the receipt and the officer take the loan's lock one after the other. */
    @Test
    void aReceiptAndTheOfficerAtOnceBothGetThrough() {
        long loan = late();
        drafted(loan, EXTENDED);
        String task = task(loan, "Task_AppraiseRestructure").id();
        Actor officer = staff.with(Role.LOAN_OFFICER);
        CompletableFuture<Void> money = CompletableFuture.runAsync(() -> pay(loan, 10_000_000, LATE));
        CompletableFuture<Void> plan = CompletableFuture.runAsync(() -> as(officer,
                () -> completeTask.complete(task, Map.of("outcome", "FORWARD"))));
        money.join();
        plan.join();
        assertThat(openTasks(loan)).contains("Task_ReviewRestructure");
        assertThat(file(loan).position().principalOutstanding()).isLessThan(500_000_000);
        complete(loan, Role.HEAD_OF_LENDING, "Task_ReviewRestructure", Map.of("outcome", "FORWARD"));
    }

    /** A vote begun before the council had its own model: the votes stand, the others follow, the chair signs. */
    @Test
    void goesOnWithAVoteOfFormerTimesWhereItStands() {
        long loan = signed(false, onArrears(RepaymentTerms.lend(20_000_000_000L, DISBURSED)
                .at(QuotedRate.aYear("6.6"), DayCount.ACT_365)
                .repay(RepaymentMethod.EQUAL_PRINCIPAL, 8, Rhythm.months(3))
                .firstDueOn(FIRST_DUE).terms()));
        businessDay.moveTo(DISBURSED);
        approved(loan);
        complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of("paidOn", DISBURSED.toString()));
        businessDay.moveTo(LATE);
        Proposed waits = as(staff.with(Role.LOAN_OFFICER), () -> waiveInterest.propose(Subject.loan(loan),
                new WaiverTerms(101_000_000L, 0L, 0L, false), "Mất mùa"));
        staff.with(Role.COUNCIL_MEMBER);
        staff.named("council-second", Role.COUNCIL_MEMBER);
        staff.named("council-third", Role.COUNCIL_MEMBER);
        complete(loan, Role.HEAD_OF_LENDING, "Task_CallCouncil", Map.of());
        OpenTask first = inbox.on(Subject.loan(loan)).stream().filter(task -> task.forPerson() != null).findFirst().orElseThrow();
        as(staff.byId(first.forPerson()), () -> completeTask.complete(first.id(), Map.of("outcome", "FOR")));
        transaction.executeWithoutResult(status -> processes.end("credit-committee", Subject.loan(loan), "former times"));

        movedCases.run(null);
        movedCases.run(null);
        assertThat(inbox.on(Subject.loan(loan)).stream().filter(task -> task.key().equals("Task_CastVote"))
                .map(task -> task.forPerson()).toList()).isNotEmpty().doesNotContain(first.forPerson()).doesNotHaveDuplicates();
        inbox.on(Subject.loan(loan)).stream().filter(task -> task.key().equals("Task_CastVote")).forEach(ballot -> {
            if (inbox.find(ballot.id()).isPresent()) {
                as(staff.byId(ballot.forPerson()), () -> completeTask.complete(ballot.id(), Map.of("outcome", "FOR")));
            }
        });
        complete(loan, Role.COUNCIL_CHAIR, "Task_SignMinutes", Map.of());
        assertThat(as(staff.with(Role.CONTROLLER), () -> proposals.byId(waits.id())).state()).isEqualTo(Proposal.State.CONFIRMED);
        assertThat(as(staff.with(Role.CONTROLLER), () -> matters.latestOn(Subject.loan(loan))).orElseThrow().round()).isEqualTo(1);
    }

    /** Notices of before restructurings had a process of their own lead to them still. */
    @Test
    void theFormerPageOfARestructuringLeadsToItsLoan() throws Exception {
        long loan = late();
        long former = jdbc.sql("""
                insert into servicing.proposal (id, fund_id, loan_id, kind, why, details, proposed_by, proposed_on, state,
                    decided_on, reason)
                values (nextval('servicing.proposal_seq'), 1, ?, 'RESTRUCTURE_LOAN', 'Mất mùa', '{}', ?, ?, 'LAPSED', ?,
                    'Được chuyển thành hồ sơ cơ cấu nợ') returning id""")
                .params(loan, staff.with(Role.LOAN_OFFICER).id(), LATE, LATE).query(Long.class).single();
        mvc.perform(get("/proposals/" + former).with(staff.signedIn(Role.DIRECTOR))).andExpect(redirectedUrl("/loans/" + loan));
        mvc.perform(get("/proposals/999999999").with(staff.signedIn(Role.DIRECTOR))).andExpect(status().isNotFound());
        mvc.perform(get("/proposals/" + former).with(Staff.signedIn(cooperative()))).andExpect(status().isForbidden());
    }

    @Test
    void aReasonIsAskedForInTheWordsOfTheAct() throws Exception {
        long loan = late();
        send(cooperative(), "/loans/" + loan + "/restructuring-request", "kind", "EXTEND", "newEnd", "2028-07-15", "reason", "")
                .andExpect(content().string(containsString("lý do cần cơ cấu lại nợ")))
                .andExpect(content().string(not(containsString("người thứ hai"))));
    }

    @Test
    void aTaskThatIsGoneSaysSo() {
        long loan = late();
        drafted(loan, EXTENDED);
        String task = task(loan, "Task_AppraiseRestructure").id();
        pay(loan, file(loan).position().payoffQuote().total(), LATE, EarlyRepayment.PAYOFF);
        assertThatThrownBy(() -> as(staff.with(Role.LOAN_OFFICER), () -> completeTask.complete(task, Map.of("outcome", "FORWARD"))))
                .isInstanceOf(Refusal.class).hasMessageContaining("workflow.task.gone");
    }

    private long late() {
        long loan = disbursed(false);
        businessDay.moveTo(LATE);
        return loan;
    }

    private Actor cooperative() {
        Actor cooperative = staff.named("htx-anew-" + borrower, Role.BORROWER);
        linkSignIn.link(borrower, cooperative.username());
        return cooperative;
    }

    private RestructureRequest open(long loan) {
        return as(staff.with(Role.CONTROLLER), () -> requests.openOn(loan)).orElseThrow();
    }

    private String text(String path, Actor actor) throws Exception {
        byte[] pdf = mvc.perform(get(path).with(Staff.signedIn(actor))).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsByteArray();
        return new PDFTextStripper().getText(Loader.loadPDF(pdf)).replaceAll("\\s+", "");
    }

    private void see(Actor actor, String path, String... words) throws Exception {
        ResultActions page = mvc.perform(get(path).with(Staff.signedIn(actor)).with(csrf())).andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))));
        for (String word : words) {
            page.andExpect(content().string(containsString(word)));
        }
    }

    private ResultActions send(Actor actor, String path, String... fields) throws Exception {
        var request = post(path).with(Staff.signedIn(actor)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request);
    }

    private ResultActions call(Actor actor, String path, String body, String key) throws Exception {
        var request = post(path).with(Staff.signedIn(actor)).contentType(MediaType.APPLICATION_JSON).content(body);
        return mvc.perform(key == null ? request : request.header("Idempotency-Key", key));
    }
}
