package vn.coopfund.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.origination.Applications;
import vn.coopfund.origination.Cases;
import vn.coopfund.origination.WithdrawApplication;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.Inbox;
import vn.coopfund.workflow.OpenTask;

/** The council is called, steps aside, votes, is counted and signs: on a loan above the director's authority. */
class CouncilModuleTests extends ModuleTest {

    private static final AtomicInteger COOPERATIVES = new AtomicInteger();

    @Autowired Cases cases;
    @Autowired CouncilMatters matters;
    @Autowired CloseVoting closeVoting;
    @Autowired Applications applications;
    @Autowired WithdrawApplication withdrawApplication;
    @Autowired Inbox inbox;
    @Autowired CaseEvents events;
    @Autowired BusinessDay businessDay;
    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired People people;

    private List<Actor> council;
    private Actor cooperative;
    private Subject subject;

    @BeforeEach
    void layALoanBeforeTheCouncil() {
        council = cases.council();
        cooperative = cases.cooperative("council-" + COOPERATIVES.incrementAndGet());
        subject = cases.beforeDecision(cooperative, Cases.secured(400_000_000));
    }

    private Matter matter() {
        return staff(() -> matters.latestOn(subject).orElseThrow());
    }

    private <T> T staff(java.util.function.Supplier<T> work) {
        return cases.staff().as(Role.CONTROLLER, work);
    }

    private void call(Map<String, ?> how) {
        cases.complete(subject, "Task_CallCouncil", Role.HEAD_OF_LENDING, how);
    }

    /** Whoever else is a member by now leaves the vote to the three. */
    private void callTheThree(Map<String, ?> how) {
        call(how);
        inbox.on(subject).stream().filter(task -> council.stream().noneMatch(one -> one.id() == task.forPerson()))
                .forEach(task -> vote(cases.staff().byId(task.forPerson()), "CONFLICT"));
    }

    private void vote(int member, String vote) {
        vote(council.get(member), vote);
    }

    private void vote(Actor voter, String vote) {
        vote(voter, vote, "Có người nhà trong ban quản trị");
    }

    private void vote(Actor voter, String vote, String why) {
        OpenTask ballot = inbox.on(subject).stream().filter(task -> task.forPerson() != null
                && task.forPerson() == voter.id()).findFirst().orElseThrow();
        cases.complete(ballot, voter, Map.of("outcome", vote, "comment", why));
    }

    @Test
    void isCalledInWritingVotesAndSignsMinutes() throws Exception {
        callTheThree(Map.of("outcome", "WRITTEN", "agenda", "Xem kỹ tài sản bảo đảm"));
        vote(0, "FOR");
        vote(1, "FOR");
        assertThat(cases.openTasks(subject)).containsExactly("Task_SignMinutes");
        cases.complete(subject, "Task_SignMinutes", council.get(0), Map.of("comment", "Giải ngân theo tiến độ"));

        assertThat(matter().approved()).isTrue();
        assertThat(cases.openTasks(subject)).containsExactly("Task_SignDecision");
        assertThat(minutes()).contains(matter().minutes(), "hoidong1 (Chủ tịch)", "hoidong3",
                "Không phải biểu quyết: kết quả đã rõ", "Giải ngân theo tiến độ", "Nhà sơ chế vải thiều", "400.000.000",
                "Thời hạn (tháng) 24", "Quyền sử dụng 1.200 m² đất", "800.000.000", "có mặt").doesNotContain("Vắng");
        for (String page : List.of("/applications/" + subject.id(), "/tasks/" + inbox.on(subject).get(0).id())) {
            mvc.perform(get(page).with(cases.staff().signedIn(Role.DIRECTOR))).andExpect(status().isOk())
                    .andExpect(content().string(org.hamcrest.Matchers.containsString("Không phải biểu quyết: kết quả đã rõ")))
                    .andExpect(content().string(org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("??"))));
        }
        mvc.perform(get("/council/{id}/notice.pdf", matter().id()).with(Staff.signedIn(council.get(0))))
                .andExpect(status().isOk());
        mvc.perform(get("/council/{id}", matter().id()).with(Staff.signedIn(council.get(1)))).andExpect(status().isOk())
                .andExpect(content().string(org.hamcrest.Matchers.containsString(matter().minutes())));
    }

    @Test
    void countsWhoStepsAsideAsPresentWithoutAVote() {
        callTheThree(Map.of());
        vote(0, "CONFLICT");
        vote(1, "FOR");
        assertThat(cases.openTasks(subject)).contains("Task_CastVote");
        vote(2, "AGAINST");

        // one for, one against, and the chair stepped aside: no majority
        cases.complete(subject, "Task_SignMinutes", council.get(0), Map.of());
        assertThat(matter().approved()).isFalse();
        assertThat(staff(() -> matters.seats(matter()))).filteredOn(seat -> council.stream()
                .anyMatch(one -> one.id() == seat.memberId())).extracting(CouncilMatters.Seat::vote)
                .containsExactlyInAnyOrder("CONFLICT", "FOR", "AGAINST");
    }

    @Test
    void tellsTheBorrowerWhyItWasRefusedAndNotWhySomebodySteppedAside() {
        callTheThree(Map.of());
        vote(council.get(0), "CONFLICT", "Em ruột là kế toán hợp tác xã");
        vote(council.get(1), "AGAINST", "Chưa có đầu ra");
        vote(council.get(2), "AGAINST", "Vốn đối ứng chưa rõ");
        cases.complete(subject, "Task_SignMinutes", council.get(0), Map.of());
        cases.complete(subject, "Task_SignDecision", Role.DIRECTOR, Map.of("outcome", "SIGN"));
        assertThat(staff(() -> applications.byId(subject.id())).decisionReason())
                .contains("Chưa có đầu ra", "Vốn đối ứng chưa rõ").doesNotContain("Em ruột");
    }

    @Test
    void callsNobodyAgainWhoSteppedAside() throws Exception {
        Actor fourth = cases.staff().named("hoidong-" + COOPERATIVES.incrementAndGet(), Role.COUNCIL_MEMBER);
        Actor fifth = cases.staff().named("hoidong-" + COOPERATIVES.incrementAndGet(), Role.COUNCIL_MEMBER);
        try {
            call(Map.of("outcome", "WRITTEN", "meetsOn", businessDay.today().toString()));
            inbox.on(subject).stream().map(OpenTask::forPerson).filter(id -> id != fourth.id() && id != fifth.id()).toList()
                    .forEach(id -> vote(cases.staff().byId(id), "CONFLICT", "Em ruột là kế toán hợp tác xã"));
            Actors.as(council.get(0), () -> closeVoting.close(matter().id()));
            assertThat(cases.openTasks(subject)).containsExactly("Task_CallCouncil");

            call(Map.of());
            assertThat(inbox.on(subject)).extracting(OpenTask::forPerson).containsExactlyInAnyOrder(fourth.id(), fifth.id());
            vote(fourth, "FOR");
            vote(fifth, "FOR");
            cases.complete(subject, "Task_SignMinutes", council.get(0), Map.of());
            assertThat(matter().round()).isEqualTo(2);
            assertThat(minutes()).contains("hoidong1 đã khai báo xung đột lợi ích ngày", "Em ruột là kế toán hợp tác xã",
                    "Được triệu tập 2 thành viên");
            mvc.perform(get("/council/{id}", matter().id()).with(Staff.signedIn(fourth))).andExpect(status().isOk())
                    .andExpect(content().string(org.hamcrest.Matchers.containsString("Em ruột là kế toán hợp tác xã")));
        } finally {
            people.setEnabled(fourth.id(), false);
            people.setEnabled(fifth.id(), false);
        }
    }

    @Test
    void refusesToCallFewerThanMustVote() {
        callTheThree(Map.of());
        vote(0, "CONFLICT");
        vote(1, "CONFLICT");
        vote(2, "FOR");
        // one vote decides nothing
        assertThat(cases.openTasks(subject)).containsExactly("Task_CallCouncil");
        assertThatThrownBy(() -> call(Map.of())).isInstanceOf(Refusal.class).hasMessageContaining("council.refused.too-few");
    }

    @Test
    void refusesToCloseWhatIsCountedAndShowsNoButton() throws Exception {
        callTheThree(Map.of("outcome", "WRITTEN", "meetsOn", businessDay.today().toString()));
        String button = "/council/" + matter().id() + "/closing";
        mvc.perform(get("/council/{id}", matter().id()).with(Staff.signedIn(council.get(0))))
                .andExpect(content().string(org.hamcrest.Matchers.containsString(button)));
        vote(0, "FOR");
        vote(1, "FOR");
        assertThatThrownBy(() -> Actors.as(council.get(0), () -> closeVoting.close(matter().id())))
                .isInstanceOf(Refusal.class).hasMessageContaining("council.refused.counted");
        mvc.perform(get("/council/{id}", matter().id()).with(Staff.signedIn(council.get(0))))
                .andExpect(content().string(org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString(button))));
    }

    /** As printed, in one line. */
    private String minutes() throws Exception {
        byte[] pdf = mvc.perform(get("/council/{id}/minutes.pdf", matter().id()).with(Staff.signedIn(council.get(0))))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
        return new PDFTextStripper().getText(Loader.loadPDF(pdf)).replaceAll("\\s+", " ");
    }

    @Test
    void closesWithoutTheAbsentWhenTheDayHasCome() throws Exception {
        callTheThree(Map.of("outcome", "MEETING", "meetsOn", businessDay.today().toString(), "place", "Trụ sở Quỹ"));
        vote(1, "AGAINST");
        vote(0, "FOR");
        Actors.as(council.get(0), () -> closeVoting.close(matter().id()));

        assertThat(cases.openTasks(subject)).containsExactly("Task_SignMinutes");
        cases.complete(subject, "Task_SignMinutes", council.get(0), Map.of());
        // a tie is the chair's
        assertThat(matter().approved()).isTrue();
        assertThat(minutes()).contains("Vắng, không bỏ phiếu").doesNotContain("kết quả đã rõ");
    }

    @Test
    void isCalledAgainWhenClosedWithoutQuorum() {
        call(Map.of("outcome", "WRITTEN", "meetsOn", businessDay.today().toString()));
        vote(0, "FOR");
        Actors.as(council.get(0), () -> closeVoting.close(matter().id()));
        assertThat(cases.openTasks(subject)).containsExactly("Task_CallCouncil");
    }

    @Test
    void refusesWhatMayNotBe() throws Exception {
        assertThatThrownBy(() -> call(Map.of("meetsOn", businessDay.today().minusDays(1).toString())))
                .isInstanceOf(Refusal.class).hasMessageContaining("council.refused.past");
        assertThatThrownBy(() -> call(Map.of("outcome", "MEETING", "meetsOn", businessDay.today().toString())))
                .isInstanceOf(Refusal.class).hasMessageContaining("council.refused.place");
        call(Map.of("outcome", "MEETING", "meetsOn", businessDay.today().plusDays(1).toString(), "place", "Trụ sở"));
        assertThatThrownBy(() -> vote(0, "FOR")).isInstanceOf(Refusal.class)
                .hasMessageContaining("council.refused.before-meeting");
        assertThatThrownBy(() -> Actors.as(council.get(0), () -> closeVoting.close(matter().id())))
                .isInstanceOf(Refusal.class).hasMessageContaining("council.refused.before-day");
        OpenTask others = inbox.on(subject).get(0);
        Actor stranger = cases.staff().with(Role.LOAN_OFFICER);
        assertThatThrownBy(() -> cases.complete(others, stranger, Map.of("outcome", "FOR")))
                .isInstanceOf(Refusal.class);
        mvc.perform(post("/council/{id}/closing", matter().id()).with(csrf()).with(Staff.signedIn(council.get(1))))
                .andExpect(status().isForbidden());
        mvc.perform(get("/council").with(Staff.signedIn(cooperative))).andExpect(status().isForbidden());
        mvc.perform(get("/council/{id}", matter().id()).with(cases.staff().signedIn(Role.CASHIER)))
                .andExpect(status().isForbidden());
        mvc.perform(get("/council/{id}", 7).with(Staff.signedIn(council.get(1)))).andExpect(status().isNotFound());
    }

    @Test
    void needsNotVoteOnWhatWasWithdrawn() {
        call(Map.of());
        Actors.as(cooperative, () -> withdrawApplication.withdraw(subject, null));
        assertThat(cases.openTasks(subject)).isEmpty();
        assertThat(staff(() -> matters.openOn(subject))).isEmpty();
    }

    @Test
    void keepsVotesAsTheyWereCast() {
        call(Map.of());
        vote(0, "FOR");
        assertThatThrownBy(() -> jdbc.sql("update council.vote set vote = 'AGAINST' where matter_id = ?")
                .param(matter().id()).update()).hasMessageContaining("only added");
        assertThatThrownBy(() -> jdbc.sql("update council.matter_figure set value = '1 đồng' where matter_id = ?")
                .param(matter().id()).update()).hasMessageContaining("only added");
        assertThatThrownBy(() -> jdbc.sql("delete from council.vote where matter_id = ?").param(matter().id()).update())
                .hasMessageContaining("only added");
    }
}
