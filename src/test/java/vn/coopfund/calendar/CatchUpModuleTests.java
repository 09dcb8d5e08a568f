package vn.coopfund.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
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
import vn.coopfund.notices.Notices;
import vn.coopfund.web.Refusal;

/** Days that are closed before the page and in the background. */
class CatchUpModuleTests extends ModuleTest {

    @Autowired
    MockMvc mvc;
    @Autowired
    People people;
    @Autowired
    BusinessDay businessDay;
    @Autowired
    CatchUps catchUps;
    @Autowired
    CatchUpWorker worker;
    @Autowired
    StartCatchUp startCatchUp;
    @Autowired
    CloseDay closeDay;
    @Autowired
    DayBook days;
    @Autowired
    FailingStep failingStep;
    @Autowired
    Notices notices;
    @Autowired
    JdbcClient jdbc;

    Staff staff;
    Actor chief;
    LocalDate before;

    @BeforeEach
    void startLongAgo() {
        before = businessDay.today();
        staff = new Staff(people);
        chief = staff.with(Role.CHIEF_ACCOUNTANT);
    }

    @AfterEach
    void goBackToWhereItWas() {
        failingStep.breakOn(null);
        businessDay.moveTo(before);
    }

    @Test
    void pageSaysWhatClosingWillDo() throws Exception {
        businessDay.moveTo(LocalDate.of(2001, 1, 31));
        page(Role.CHIEF_ACCOUNTANT).andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("31/01/2001")))
                .andExpect(content().string(Matchers.containsString("Thông báo nợ đến hạn sau 10 ngày")))
                .andExpect(content().string(Matchers.matchesPattern("(?s).*hạch toán lãi dự thu</dt>\\s*<dd><span>Có<.*")))
                .andExpect(content().string(Matchers.containsString("name=\"day\"")));
    }

    @Test
    void othersReadAndOnlyTheChiefAccountantCloses() throws Exception {
        businessDay.moveTo(LocalDate.of(2001, 2, 1));
        for (Role reader : List.of(Role.ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER)) {
            page(reader).andExpect(status().isOk())
                    .andExpect(content().string(Matchers.containsString("Chỉ kế toán trưởng khóa sổ ngày.")))
                    .andExpect(content().string(Matchers.not(Matchers.containsString("name=\"day\""))));
            closeOnPage(reader, "2001-02-01").andExpect(status().isForbidden());
        }
        for (Role stranger : List.of(Role.BORROWER, Role.LOAN_OFFICER, Role.ADMINISTRATOR)) {
            page(stranger).andExpect(status().isForbidden());
            mvc.perform(get("/days/progress").with(staff.signedIn(stranger))).andExpect(status().isForbidden());
        }
        assertThat(businessDay.today()).isEqualTo("2001-02-01");
    }

    @Test
    void closesTheOpenDayBeforeThePage() throws Exception {
        businessDay.moveTo(LocalDate.of(2001, 3, 1));
        closeOnPage(Role.CHIEF_ACCOUNTANT, "2001-03-01").andExpect(redirectedUrl("/days"));
        assertThat(businessDay.today()).isEqualTo("2001-03-02");
    }

    @Test
    void closesManyDaysInTheBackgroundAndTells() throws Exception {
        businessDay.moveTo(LocalDate.of(2001, 4, 1));
        closeOnPage(Role.CHIEF_ACCOUNTANT, "2001-04-20").andExpect(redirectedUrl("/days"));
        assertThat(ended().state()).isEqualTo(CatchUp.State.DONE);
        assertThat(businessDay.today()).isEqualTo("2001-04-21");
        assertThat(Actors.as(chief, () -> notices.mine(5)).get(0).text()).contains("20/04/2001");
        mvc.perform(get("/days/progress").with(staff.signedIn(Role.CHIEF_ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("20 ngày")));
        page(Role.CHIEF_ACCOUNTANT).andExpect(content().string(Matchers.containsString("Đã khóa sổ đến hết ngày 20/04/2001: 20 ngày")));
    }

    @Test
    void dayThatFailsKeepsTheDaysBeforeItAndMayBeClosedAgain() {
        businessDay.moveTo(LocalDate.of(2001, 6, 1));
        failingStep.breakOn(LocalDate.of(2001, 6, 4));
        start(LocalDate.of(2001, 6, 6));
        assertThat(ended().state()).isEqualTo(CatchUp.State.FAILED);
        assertThat(businessDay.today()).isEqualTo("2001-06-04");
        assertThat(Actors.as(chief, () -> notices.mine(5)).get(0).text()).contains("04/06/2001");
        failingStep.breakOn(null);
        start(LocalDate.of(2001, 6, 6));
        assertThat(ended().state()).isEqualTo(CatchUp.State.DONE);
        assertThat(businessDay.today()).isEqualTo("2001-06-07");
    }

    @Test
    void whatACrashLeftBehindGoesOnAtTheNextStart() {
        businessDay.moveTo(LocalDate.of(2001, 7, 1));
        long left = leftBehind(LocalDate.of(2001, 7, 5), "clock_timestamp() - interval '1 second'");
        assertThatThrownBy(() -> start(LocalDate.of(2001, 7, 9))).isInstanceOf(Refusal.class);
        businessDay.moveTo(LocalDate.of(2001, 7, 3));
        worker.run(null);
        assertThat(ended().id()).isEqualTo(left);
        assertThat(businessDay.today()).isEqualTo("2001-07-06");
        assertThat(days.closed(3)).extracting(ClosedDay::day).isNotEmpty();
    }

    @Test
    void oneAtATimeHoldsTheLease() {
        businessDay.moveTo(LocalDate.of(2001, 8, 1));
        long id = leftBehind(LocalDate.of(2001, 8, 1), "clock_timestamp() + interval '50 seconds'");
        assertThat(catchUps.lease(id, "another")).isFalse();
        assertThat(catchUps.lease(id, "crashed")).isTrue();
        catchUps.release(id, "crashed");
        assertThat(catchUps.lease(id, "another")).isTrue();
        catchUps.end(id, CatchUp.State.FAILED);
        assertThat(catchUps.lease(id, "another")).isFalse();
    }

    @Test
    void leaseFromBeforeTheClockWasSetBackHoldsNobodyUp() {
        businessDay.moveTo(LocalDate.of(2001, 8, 5));
        long id = leftBehind(LocalDate.of(2001, 8, 5), "clock_timestamp() + interval '1 day'");
        assertThat(catchUps.lease(id, "another")).isTrue();
        catchUps.end(id, CatchUp.State.FAILED);
    }

    @Test
    void twoClosersAtOnceMeetAtTheDay() {
        LocalDate day = LocalDate.of(2001, 9, 1);
        businessDay.moveTo(day);
        Supplier<ClosedDay> close = () -> Actors.as(chief, () -> closeDay.close(day));
        List<CompletableFuture<ClosedDay>> closers =
                Stream.of(close, close, close).map(CompletableFuture::supplyAsync).toList();
        assertThat(closers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(businessDay.today()).isEqualTo(day.plusDays(1));
    }

    private long leftBehind(LocalDate through, String leaseUntil) {
        return jdbc.sql("""
                insert into calendar.catch_up (id, fund_id, from_day, through_day, asked_by, holder, lease_until)
                values (nextval('calendar.catch_up_seq'), 1, ?, ?, ?, 'crashed', %s) returning id""".formatted(leaseUntil))
                .params(businessDay.today(), through, chief.id()).query(Long.class).single();
    }

    private void start(LocalDate through) {
        Actors.as(chief, () -> {
            startCatchUp.start(through);
            return null;
        });
    }

    private CatchUp ended() {
        return await().atMost(Duration.ofMinutes(1)).until(() -> catchUps.latest().orElseThrow(), one -> !one.isRunning());
    }

    private org.springframework.test.web.servlet.ResultActions page(Role role) throws Exception {
        return mvc.perform(get("/days").with(staff.signedIn(role)));
    }

    private org.springframework.test.web.servlet.ResultActions closeOnPage(Role role, String day) throws Exception {
        return mvc.perform(post("/days").param("day", day).with(csrf()).with(staff.signedIn(role)));
    }
}
