package vn.coopfund.origination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.money.MonetaryAmount;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.funding.Exposures;
import vn.coopfund.money.Dong;
import vn.coopfund.notices.Notices;
import vn.coopfund.workflow.Processes;

class LapseOffersModuleTests extends ModuleTest {

    @Autowired Cases cases;
    @Autowired Applications applications;
    @Autowired Decisions decisions;
    @Autowired LapseOffers lapseOffers;
    @Autowired LapsePapers lapsePapers;
    @Autowired BusinessDay businessDay;
    @Autowired MockMvc mvc;
    @Autowired Exposures exposures;
    @Autowired Processes processes;
    @Autowired JdbcClient jdbc;
    @Autowired Notices notices;
    @Autowired RuntimeService engine;
    @Autowired TransactionTemplate transaction;

    @Test
    void anOfferNotSignedInTimeLapsesAtTheCloseOfItsLastDay() {
        Actor cooperative = cases.cooperative("lapsed");
        Subject subject = cases.approved(cooperative, Cases.secured(100_000_000));
        LocalDate last = lastDay(subject);
        close(last.minusDays(1));
        assertThat(state(subject)).isEqualTo(ApplicationState.APPROVED);
        assertThat(exposureOf(subject)).isEqualTo(Dong.of(100_000_000));
        close(last);
        close(last);
        assertThat(state(subject)).isEqualTo(ApplicationState.EXPIRED);
        assertThat(cases.openTasks(subject)).isEmpty();
        assertThat(processes.runs("loan-origination", subject)).isFalse();
        assertThat(exposureOf(subject)).isEqualTo(Dong.ZERO);
        assertThat(jdbc.sql("select happened_on from workflow.case_event where subject_type = 'APPLICATION' "
                + "and subject_id = ? and for_borrower and code = 'origination.event.offer-lapsed'").param(subject.id())
                .query(LocalDate.class).list()).containsExactly(last.plusDays(1));
        assertThat(Actors.as(cooperative, () -> notices.mine(50)).get(0).text()).contains(number(subject));
    }

    @Test
    void pageAndCallShowUntilWhenItHoldsAndThatItLapsed() throws Exception {
        Actor cooperative = cases.cooperative("lapsed-shown");
        Subject subject = cases.approved(cooperative, Cases.secured(100_000_000));
        LocalDate last = lastDay(subject);
        String call = "/api/v1/applications/" + subject.id();
        mvc.perform(get(call).with(Staff.signedIn(cooperative))).andExpect(jsonPath("$.state").value("APPROVED"))
                .andExpect(jsonPath("$.validUntil").value(last.toString()));
        close(last);
        mvc.perform(get(call).with(Staff.signedIn(cooperative))).andExpect(jsonPath("$.state").value("EXPIRED"))
                .andExpect(jsonPath("$.next").doesNotExist());
        mvc.perform(get("/applications/" + subject.id()).with(Staff.signedIn(cooperative))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Quyết định cho vay đã hết hiệu lực sau ngày")));
    }

    @Test
    void aContractThatWaitsForItsSignatureLapsesToo() {
        Subject subject = drawnUp("lapsed-unsigned");
        close(lastDay(subject));
        assertThat(state(subject)).isEqualTo(ApplicationState.EXPIRED);
        assertThat(cases.openTasks(subject)).isEmpty();
    }

    @Test
    void aSignedContractDoesNotLapse() {
        Subject subject = drawnUp("signed-in-time");
        cases.complete(subject, "Task_SignContract", Role.DIRECTOR, Map.of());
        close(lastDay(subject));
        assertThat(state(subject)).isEqualTo(ApplicationState.APPROVED);
        assertThat(exposureOf(subject)).isEqualTo(Dong.of(100_000_000));
    }

    @Test
    void anOfferLapsesWhereItsProcessDoesNotListen() {
        Subject subject = cases.approved(cases.cooperative("lapsed-alone"), Cases.secured(100_000_000));
        engine.deleteProcessInstance(engine.createProcessInstanceQuery().processDefinitionKey("loan-origination")
                .processInstanceBusinessKey("APPLICATION:" + subject.id()).singleResult().getId(), "no process");
        close(lastDay(subject));
        assertThat(state(subject)).isEqualTo(ApplicationState.EXPIRED);
    }

    @Test
    void aFileWhosePapersDoNotComeLapsesAtTheCloseOfTheirLastDay() throws Exception {
        Actor cooperative = cases.cooperative("papers-lapsed");
        Subject subject = asked(cooperative);
        LocalDate last = papersDueOn(subject);
        assertThat(last).isAfterOrEqualTo(businessDay.today().plusDays(30)).isBefore(businessDay.today().plusDays(45));
        mvc.perform(get("/applications/" + subject.id()).with(Staff.signedIn(cooperative)))
                .andExpect(content().string(containsString("quá hạn thì hồ sơ hết hiệu lực")));
        closePapers(last.minusDays(1));
        assertThat(state(subject)).isEqualTo(ApplicationState.INCOMPLETE);
        closePapers(last);
        closePapers(last);
        assertThat(state(subject)).isEqualTo(ApplicationState.EXPIRED);
        assertThat(cases.openTasks(subject)).isEmpty();
        assertThat(processes.runs("loan-origination", subject)).isFalse();
        assertThat(jdbc.sql("select coalesce(person_id, 0) from workflow.case_event where subject_type = 'APPLICATION' "
                + "and subject_id = ? and for_borrower and code = 'origination.event.papers-lapsed'").param(subject.id())
                .query(Long.class).list()).as("said once, in the program's name").containsExactly(0L);
        assertThat(Actors.as(cooperative, () -> notices.mine(50)).get(0).text()).contains(number(subject));
        mvc.perform(get("/applications/" + subject.id()).with(Staff.signedIn(cooperative))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Giấy tờ được yêu cầu không đến trước hết ngày")));
    }

    @Test
    void aFileWhosePapersCameInTimeGoesOn() {
        Actor cooperative = cases.cooperative("papers-in-time");
        Subject subject = asked(cooperative);
        LocalDate last = papersDueOn(subject);
        cases.complete(subject, "Task_SupplementApplication", cooperative, Map.of());
        closePapers(last);
        assertThat(state(subject)).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(cases.openTasks(subject)).containsExactly("Task_CheckCompleteness");
    }

    /** As on a model of before, which has no such message; and what was asked before has the whole time from now. */
    @Test
    void aFileAskedBeforeHasItsTimeFromTheFirstCloseAndLapsesWhereItsProcessDoesNotListen() {
        Subject subject = asked(cases.cooperative("papers-before"));
        jdbc.sql("update origination.application set papers_due_on = null where id = ?").param(subject.id()).update();
        jdbc.sql("delete from act_ru_event_subscr where event_name_ = 'Message_PapersLapsed' and proc_inst_id_ in "
                + "(select proc_inst_id_ from act_ru_execution where business_key_ = ?)").param("APPLICATION:" + subject.id()).update();
        LocalDate first = businessDay.today();
        closePapers(first);
        assertThat(state(subject)).isEqualTo(ApplicationState.INCOMPLETE);
        closePapers(papersDueOn(subject));
        assertThat(state(subject)).isEqualTo(ApplicationState.EXPIRED);
        assertThat(processes.runs("loan-origination", subject)).isFalse();
    }

    private Subject asked(Actor cooperative) {
        Subject subject = cases.submitted(cooperative, Cases.secured(100_000_000));
        cases.complete(subject, "Task_CheckCompleteness", Role.LOAN_OFFICER, Map.of("outcome", "INCOMPLETE", "missing", "Báo giá"));
        return subject;
    }

    private LocalDate papersDueOn(Subject subject) {
        return applications.byId(subject.id()).papersDueOn();
    }

    private void closePapers(LocalDate day) {
        transaction.executeWithoutResult(status -> lapsePapers.run(day));
    }

    private Subject drawnUp(String username) {
        Subject subject = cases.approved(cases.cooperative(username), Cases.secured(100_000_000));
        cases.complete(subject, "Task_PrepareContract", Role.LOAN_OFFICER, Map.of());
        return subject;
    }

    /** What the close of that day does to offers. */
    private void close(LocalDate day) {
        transaction.executeWithoutResult(status -> lapseOffers.run(day));
    }

    private LocalDate lastDay(Subject subject) {
        return decisions.of(subject.id()).orElseThrow().validUntil();
    }

    private String number(Subject subject) {
        return applications.byId(subject.id()).number();
    }

    private ApplicationState state(Subject subject) {
        return applications.byId(subject.id()).state();
    }

    private MonetaryAmount exposureOf(Subject subject) {
        long borrower = applications.byId(subject.id()).borrowerId();
        return transaction.execute(status -> exposures.of(List.of(borrower)));
    }
}
