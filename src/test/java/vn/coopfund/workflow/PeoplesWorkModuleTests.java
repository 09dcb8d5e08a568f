package vn.coopfund.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.calendar.WorkingDays;
import vn.coopfund.notices.Notices;
import vn.coopfund.origination.Cases;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SortBy;

/** The inbox, what managers see of it, service levels, what is told to whom, and what is said about a case. */
class PeoplesWorkModuleTests extends ModuleTest {

    private static final Map<String, String> COMPLETE = Map.of("outcome", "COMPLETE");

    @Autowired MockMvc web;
    @Autowired Cases cases;
    @Autowired Inbox inbox;
    @Autowired Workload workload;
    @Autowired ClaimTask claimTask;
    @Autowired CompleteTask completeTask;
    @Autowired TakeTaskBack takeTaskBack;
    @Autowired SetServiceLevel setServiceLevel;
    @Autowired EscalateTasks escalateTasks;
    @Autowired CommentOnCase commentOnCase;
    @Autowired CaseComments comments;
    @Autowired CaseEvents events;
    @Autowired CaseModels models;
    @Autowired CaseTrail trail;
    @Autowired ProcessPictures pictures;
    @Autowired Notices notices;
    @Autowired People people;
    @Autowired BusinessDay businessDay;
    @Autowired WorkingDays workingDays;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @BeforeEach
    void readVietnamese() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("vi"));
    }

    /** Sentences of earlier versions stay readable, whatever became of their keys. */
    @Test
    void oldNoticesAreReadableForEver() throws Exception {
        Actor member = cases.staff().named("reads-old-notices", Role.COUNCIL_MEMBER);
        for (String code : List.of("risk.notice.write-off-proposed", "workflow.notice.of-a-version-that-is-gone")) {
            jdbc.sql("insert into notices.notice (fund_id, person_id, happened_on, path, code, args) values (1, ?, ?, '/inbox', ?, ?::jsonb)")
                    .params(member.id(), businessDay.today(), code, "[\"0007/KV\", \"#gone.word\", \"#3 còn lại\"]").update();
        }
        web.perform(get("/notices").with(Staff.signedIn(member))).andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("đang chờ Hội đồng biểu quyết")))
                .andExpect(content().string(Matchers.containsString("0007/KV · mục của phiên bản trước · #3 còn lại")));
    }

    @Test
    void nobodyIsLedToAPageThatRefuses() throws Exception {
        web.perform(get("/inbox").with(Staff.signedIn(cases.staff().named("led-nowhere", Role.COUNCIL_MEMBER)))).andExpect(status().isOk())
                .andExpect(content().string(Matchers.not(Matchers.containsString("/absences"))));
        web.perform(get("/inbox").with(Staff.signedIn(cases.staff().with(Role.ACCOUNTANT))))
                .andExpect(content().string(Matchers.containsString("/absences")));
    }

    @AfterEach
    void readAnything() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static String fresh() {
        return "work-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private Actor person(Role... roles) {
        return cases.staff().named(fresh(), roles);
    }

    private Subject submitted() {
        return cases.submitted(cases.cooperative(fresh()), Cases.secured(100_000_000));
    }

    private String check(Subject subject) {
        return cases.task(subject, "Task_CheckCompleteness").id();
    }

    @Test
    void takesTheServiceLevelThatHoldsWhenTheTaskComesAndLeavesOpenTasksAlone() {
        LocalDate today = businessDay.today();
        Subject before = submitted();
        Actor administrator = person(Role.ADMINISTRATOR);
        LocalDate modelled = cases.task(before, "Task_CheckCompleteness").dueOn();
        assertThat(modelled).isEqualTo(workingDays.after(today, 2));

        Actors.as(administrator, () -> {
            setServiceLevel.set(new SetServiceLevel.NewLevel("Task_CheckCompleteness", today, 7, 3));
            setServiceLevel.set(new SetServiceLevel.NewLevel("Task_CheckCompleteness", today.plusDays(1), 9, 3));
            return null;
        });
        try {
            Subject after = submitted();
            assertThat(cases.task(before, "Task_CheckCompleteness").dueOn()).isEqualTo(modelled);
            assertThat(cases.task(after, "Task_CheckCompleteness").dueOn()).isEqualTo(workingDays.after(today, 7));
            assertThat(jdbc.sql("select escalate_on from workflow.inbox_task where task_id = ?").param(check(after))
                    .query(LocalDate.class).single()).isEqualTo(workingDays.after(workingDays.after(today, 7), 3));
        } finally {
            Actors.as(administrator, () -> {
                setServiceLevel.set(new SetServiceLevel.NewLevel("Task_CheckCompleteness", today, 2, 2));
                setServiceLevel.set(new SetServiceLevel.NewLevel("Task_CheckCompleteness", today.plusDays(1), 2, 2));
                return null;
            });
        }
        assertThatThrownBy(() -> Actors.as(administrator, () -> {
            setServiceLevel.set(new SetServiceLevel.NewLevel("Task_Nothing", today.minusDays(1), -1, null));
            return null;
        })).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons()).extracting(Refusal.Reason::field)
                .containsExactlyInAnyOrder("taskKey", "from", "workingDays", "escalateAfter"));
        assertThatThrownBy(() -> Actors.as(person(Role.LOAN_OFFICER), () -> {
            setServiceLevel.set(new SetServiceLevel.NewLevel("Task_CheckCompleteness", today, 1, 1));
            return null;
        })).isInstanceOf(NotAllowed.class);
    }

    @Test
    void tellsTheManagerOnceOfALongOverdueTask() {
        Actor head = person(Role.HEAD_OF_LENDING);
        Subject subject = submitted();
        LocalDate late = jdbc.sql("select escalate_on from workflow.inbox_task where task_id = ?").param(check(subject))
                .query(LocalDate.class).single();
        int before = escalateTasks.expects(late.minusDays(1)).orElseThrow();
        transaction.execute(status -> escalateTasks.run(late.minusDays(1)));
        assertThat(toldOf(head, subject)).isEmpty();

        assertThat(transaction.<Integer>execute(status -> escalateTasks.run(late))).isPositive();
        assertThat(transaction.<Integer>execute(status -> escalateTasks.run(late))).isZero();
        assertThat(before).isNotNegative();
        assertThat(toldOf(head, subject)).singleElement().asString().contains("quá hạn");
        assertThat(Actors.as(head, () -> workload.open(new Workload.Filter("Task_CheckCompleteness", null, false, null),
                SortBy.of(null, "due", Workload.COLUMNS), new PageOf.Wish(0, 1000)).items()))
                .filteredOn(row -> row.task().subject().equals(subject)).extracting(Inbox.Row::escalatedOn).containsExactly(late);
    }

    private List<String> toldOf(Actor person, Subject subject) {
        return Actors.as(person, () -> notices.mine(100)).stream()
                .filter(notice -> notice.path().equals("/applications/" + subject.id())).map(Notices.Notice::text).toList();
    }

    @Test
    void narrowsTheInboxByWordsAndByWhoHolds() {
        Actor officer = person(Role.LOAN_OFFICER);
        Subject subject = submitted();
        String number = inbox.on(subject).get(0).title().split(" ")[0];
        assertThat(found(officer, Inbox.Hold.FREE, number + " nha so che")).hasSize(1);
        assertThat(found(officer, Inbox.Hold.MINE, number)).isEmpty();
        Actors.as(officer, () -> claimTask.claim(check(subject)));
        assertThat(found(officer, Inbox.Hold.MINE, number)).extracting(Inbox.Row::holder).containsExactly(officer.displayName());
        assertThat(found(person(Role.LOAN_OFFICER), Inbox.Hold.OTHERS, number)).hasSize(1);
        assertThat(found(officer, null, "không có hồ sơ nào như thế")).isEmpty();
    }

    private List<Inbox.Row> found(Actor person, Inbox.Hold hold, String words) {
        return Actors.as(person, () -> inbox.rows(new Inbox.Filter("Task_CheckCompleteness", null, hold, words),
                Inbox.orderBy(null), new PageOf.Wish(0, 100)).items());
    }

    @Test
    void givesWhatADisabledPersonHeldBackToTheRoleAndTellsEverybody() {
        Actor officer = person(Role.LOAN_OFFICER);
        Actor colleague = person(Role.LOAN_OFFICER);
        Subject subject = submitted();
        Actors.as(officer, () -> claimTask.claim(check(subject)));

        people.setEnabled(officer.id(), false);

        assertThat(inbox.on(subject)).extracting(OpenTask::assigneeId).containsOnlyNulls();
        assertThat(toldOf(colleague, subject)).singleElement().asString().contains("đang chờ người nhận");
        assertThat(Actors.as(colleague, () -> events.of(subject))).extracting(CaseEvents.Line::what)
                .anyMatch(what -> what.contains("trở lại hộp việc chung"));
        Actors.as(colleague, () -> completeTask.complete(check(subject), COMPLETE));
    }

    @Test
    void givesBackWhatNoLongerFitsTheRoles() {
        Actor officer = person(Role.LOAN_OFFICER);
        Subject subject = submitted();
        Actors.as(officer, () -> claimTask.claim(check(subject)));
        people.setRoles(officer.id(), java.util.Set.of(Role.LOAN_OFFICER, Role.HEAD_OF_LENDING));
        assertThat(inbox.on(subject)).extracting(OpenTask::assigneeId).containsExactly(officer.id());
        people.setRoles(officer.id(), java.util.Set.of(Role.APPRAISER));
        assertThat(inbox.on(subject)).extracting(OpenTask::assigneeId).containsOnlyNulls();
    }

    @Test
    void takesATaskBackForTheManagerOnly() {
        Actor officer = person(Role.LOAN_OFFICER);
        Subject subject = submitted();
        assertThatThrownBy(() -> cases.staff().as(Role.HEAD_OF_LENDING, () -> takeTaskBack.takeBack(check(subject))))
                .isInstanceOf(Refusal.class);
        Actors.as(officer, () -> claimTask.claim(check(subject)));
        assertThatThrownBy(() -> Actors.as(officer, () -> takeTaskBack.takeBack(check(subject)))).isInstanceOf(NotAllowed.class);
        cases.staff().as(Role.HEAD_OF_LENDING, () -> takeTaskBack.takeBack(check(subject)));
        assertThat(inbox.on(subject)).extracting(OpenTask::assigneeId).containsOnlyNulls();
        assertThat(toldOf(officer, subject)).singleElement().asString().contains("thu lại");
    }

    @Test
    void letsOneOfTwoFinishATaskAndTellsTheOtherWhoDid() throws Exception {
        List<Actor> both = List.of(person(Role.LOAN_OFFICER), person(Role.LOAN_OFFICER));
        Subject subject = submitted();
        String task = check(subject);
        CyclicBarrier together = new CyclicBarrier(2);
        List<CompletableFuture<Exception>> ends = both.stream().map(actor -> CompletableFuture.supplyAsync(() -> {
            try {
                together.await();
                Actors.as(actor, () -> completeTask.complete(task, COMPLETE));
                return null;
            } catch (Exception refused) {
                return refused;
            }
        })).toList();
        List<Exception> refusals = ends.stream().map(CompletableFuture::join).filter(end -> end != null).toList();
        assertThat(refusals).singleElement().isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                .extracting(Refusal.Reason::code).containsExactly("workflow.task.done-by"));
        assertThat(trail.of(subject)).hasSize(1);
        assertThat(inbox.on(subject)).extracting(OpenTask::key).containsExactly("Task_AppraiseApplication");
    }

    @Test
    void keepsCommentsAndShowsTheBorrowerOnlyWhatIsMeantForIt() throws Exception {
        Actor cooperative = cases.cooperative(fresh());
        Subject subject = cases.submitted(cooperative, Cases.secured(100_000_000));
        Actor officer = person(Role.LOAN_OFFICER);
        Actors.as(officer, () -> {
            commentOnCase.comment(subject, "Cần xem lại giá vải thiều", false);
            commentOnCase.comment(subject, "Mời bổ sung bản chính", true);
            return null;
        });
        assertThat(Actors.as(officer, () -> comments.of(subject))).hasSize(2);
        assertThat(Actors.as(cooperative, () -> comments.of(subject))).extracting(CaseComments.Comment::words)
                .containsExactly("Mời bổ sung bản chính");
        web.perform(get("/applications/" + subject.id()).with(Staff.signedIn(cooperative))).andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("Mời bổ sung bản chính")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("giá vải thiều"))));
        web.perform(post("/cases/applications/" + subject.id() + "/comments").with(Staff.signedIn(cooperative)).with(csrf())
                .param("words", "x")).andExpect(status().isForbidden());
        assertThatThrownBy(() -> Actors.as(cooperative, () -> {
            commentOnCase.comment(subject, "x", true);
            return null;
        })).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> Actors.as(officer, () -> {
            commentOnCase.comment(subject, "  ", true);
            return null;
        })).isInstanceOf(Refusal.class);
        readVietnamese(); // a request leaves no language behind
        assertThat(toldOf(cooperative, subject)).anyMatch(told -> told.contains("có ý kiến"));
        assertThatThrownBy(() -> jdbc.sql("update workflow.case_comment set words = 'x' where subject_id = ?")
                .param(subject.id()).update()).hasMessageContaining("only added");
        assertThatThrownBy(() -> jdbc.sql("delete from workflow.case_comment where subject_id = ?").param(subject.id()).update())
                .hasMessageContaining("only added");
    }

    @Test
    void keepsEveryDecisionWithItsFiguresWhateverTheEngineForgets() {
        Subject subject = cases.approved(cases.cooperative(fresh()), Cases.secured(100_000_000));
        List<CaseTrail.Step> before = trail.of(subject);
        List<CaseEvents.Line> told = events.of(subject);
        List<CaseModels.Governing> governing = models.of(subject);
        Stream.of("act_hi_actinst", "act_hi_taskinst", "act_hi_varinst", "act_hi_detail", "act_hi_procinst", "act_hi_op_log",
                "act_hi_decinst").forEach(table -> {
                    String where = table.equals("act_hi_procinst") ? "business_key_ = ?"
                            : table.equals("act_hi_op_log") || table.equals("act_hi_decinst") || table.equals("act_hi_detail")
                                    || table.equals("act_hi_varinst") || table.equals("act_hi_taskinst") || table.equals("act_hi_actinst")
                                    ? "proc_inst_id_ in (select proc_inst_id_ from act_hi_procinst where business_key_ = ?)" : "";
                    jdbc.sql("delete from " + table + " where " + where).param("APPLICATION:" + subject.id()).update();
                });
        assertThat(trail.of(subject)).isEqualTo(before);
        assertThat(events.of(subject)).isEqualTo(told);
        assertThat(models.of(subject)).isEqualTo(governing).extracting(CaseModels.Governing::processKey)
                .containsExactly("loan-origination");
        assertThat(before).extracting(CaseTrail.Step::taskKey).containsExactly("Task_CheckCompleteness",
                "Task_AppraiseApplication", "Task_ReviewAppraisal", "Task_DecideApplication");
        CaseTrail.Step decision = before.get(3);
        assertThat(decision.filledIn()).containsEntry("outcome", "APPROVED").containsKey("amount");
        assertThat(decision.filledIn().get("amount").toString()).isEqualTo("100000000");
        assertThat(decision.model()).startsWith("loan-origination:");
        assertThatThrownBy(() -> jdbc.sql("update workflow.task_done set person_id = null where subject_id = ?")
                .param(subject.id()).update()).hasMessageContaining("only added");
    }

    @Test
    void tellsThePathOfACaseInWordsWithAnswersDoersAndDays() {
        Subject subject = cases.beforeDecision(cases.cooperative(fresh()), Cases.secured(100_000_000));
        List<ProcessPictures.Step> path = pictures.of(subject).get(0).path();
        assertThat(path).extracting(ProcessPictures.Step::name).startsWith("Hồ sơ đã nộp", "Kiểm tra đầy đủ hồ sơ", "Hồ sơ đầy đủ?");
        assertThat(path.get(2).answer()).isEqualTo("Có");
        assertThat(path.get(1).by()).isEqualTo(cases.staff().with(Role.LOAN_OFFICER).displayName());
        assertThat(path.get(1).on()).isEqualTo(businessDay.today());
        assertThat(path).filteredOn(ProcessPictures.Step::here).extracting(ProcessPictures.Step::name)
                .containsExactly("Quyết định cho vay");
    }

    @Test
    void measuresLoadAndDurationsFromRowsOfItsOwn() {
        Subject subject = submitted();
        Workload.Step before = step();
        cases.complete(subject, "Task_CheckCompleteness", Role.LOAN_OFFICER, COMPLETE);
        Workload.Step after = step();
        assertThat(after.open()).isEqualTo(before.open() - 1);
        assertThat(after.done()).isEqualTo(before.done() + 1);
        assertThat(after.median()).isNotNull();
        assertThat(after.fresh() + after.middling() + after.old() + after.ancient()).isEqualTo(after.open());
        Actor officer = cases.staff().with(Role.LOAN_OFFICER);
        assertThat(workload.people()).filteredOn(one -> one.id() != null && one.id() == officer.id())
                .singleElement().satisfies(one -> assertThat(one.done()).isPositive());
    }

    private Workload.Step step() {
        return workload.steps().stream().filter(step -> step.taskKey().equals("Task_CheckCompleteness")).findFirst().orElseThrow();
    }

    @Test
    void opensItsPagesToThoseWhoManageAndToNobodyElse() throws Exception {
        Subject subject = cases.approved(cases.cooperative(fresh()), Cases.secured(100_000_000));
        for (String path : List.of("/work", "/work/tasks?late=true&q=x", "/work/tasks", "/work/export.csv", "/work/tasks/export.xlsx")) {
            web.perform(get(path).with(cases.staff().signedIn(Role.HEAD_OF_LENDING))).andExpect(status().isOk());
            web.perform(get(path).with(cases.staff().signedIn(Role.LOAN_OFFICER))).andExpect(status().isForbidden());
            web.perform(get(path).with(cases.staff().signedIn(Role.BORROWER))).andExpect(status().isForbidden());
        }
        for (String path : List.of("/absences", "/inbox?hold=FREE&q=vai", "/inbox/export.csv",
                "/cases/applications/" + subject.id() + "/trail", "/cases/applications/" + subject.id() + "/picture")) {
            web.perform(get(path).with(cases.staff().signedIn(Role.LOAN_OFFICER))).andExpect(status().isOk());
        }
        web.perform(get("/absences").with(cases.staff().signedIn(Role.BORROWER))).andExpect(status().isForbidden());
        web.perform(get("/cases/applications/" + subject.id() + "/trail").with(cases.staff().signedIn(Role.BORROWER)))
                .andExpect(status().isForbidden());
        web.perform(get("/cases/applications/" + subject.id() + "/trail").with(cases.staff().signedIn(Role.CONTROLLER)))
                .andExpect(content().string(Matchers.allOf(Matchers.containsString("100.000.000"), Matchers.containsString(", phiên bản "),
                        Matchers.not(Matchers.containsString("loan-origination:")))));
        web.perform(get("/service-levels").with(cases.staff().signedIn(Role.ADMINISTRATOR))).andExpect(status().isOk());
        web.perform(get("/service-levels").with(cases.staff().signedIn(Role.LOAN_OFFICER))).andExpect(status().isForbidden());
        web.perform(post("/service-levels").with(cases.staff().signedIn(Role.HEAD_OF_LENDING)).with(csrf()))
                .andExpect(status().isForbidden());
        web.perform(post("/absences").with(cases.staff().signedIn(Role.LOAN_OFFICER)).with(csrf())).andExpect(status().isOk())
                .andExpect(content().string(Matchers.allOf(Matchers.containsString("Lỗi"), Matchers.containsString("Lý do: "),
                        Matchers.not(Matchers.containsString("{0}")))));
    }
}
