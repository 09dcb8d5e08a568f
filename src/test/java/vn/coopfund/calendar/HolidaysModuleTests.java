package vn.coopfund.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.DutyConflict;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.web.Refusal;

class HolidaysModuleTests extends ModuleTest {

    /** Each test has a year of its own, far from those of others. */
    private static final AtomicInteger YEARS = new AtomicInteger(2100);

    @Autowired
    ProposeHolidays proposeHolidays;
    @Autowired
    ConfirmHolidays confirmHolidays;
    @Autowired
    DeclineHolidays declineHolidays;
    @Autowired
    YearCalendars years;
    @Autowired
    WorkingDays workingDays;
    @Autowired
    BusinessDay businessDay;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    MockMvc mvc;
    @Autowired
    People people;

    Staff staff;
    Actor second;
    int year;

    @BeforeEach
    void prepare() {
        staff = new Staff(people);
        second = staff.named("administrator-2", Role.ADMINISTRATOR);
        year = YEARS.incrementAndGet();
    }

    private YearProposal proposed(String off, String worked) {
        return staff.as(Role.ADMINISTRATOR, () -> proposeHolidays.propose(new YearDraft(year, "TB 6150", off, worked)));
    }

    private YearProposal confirmed(YearProposal proposal) {
        return Actors.as(second, () -> confirmHolidays.confirm(proposal.id()));
    }

    @Test
    void holdsOnlyWhenASecondAdministratorHasConfirmed() {
        LocalDate monday = firstMondayOf(5);
        LocalDate saturday = monday.minusDays(2);
        YearProposal waiting = proposed(monday + " Nghỉ lễ", saturday + " Làm bù");
        assertThat(workingDays.holidays().test(monday)).isFalse();

        confirmed(waiting);

        assertThat(workingDays.holidays().test(monday)).isTrue();
        assertThat(workingDays.holidays().test(saturday)).isFalse();
        assertThat(years.of(year)).containsExactly(new CalendarDay(saturday, "Làm bù", true),
                new CalendarDay(monday, "Nghỉ lễ", false));
    }

    @Test
    void newListTakesThePlaceOfTheOldOne() {
        LocalDate monday = firstMondayOf(5);
        confirmed(proposed(monday + " Nghỉ lễ", null));
        confirmed(proposed(monday.plusDays(1) + " Nghỉ lễ", null));
        assertThat(years.of(year)).containsExactly(new CalendarDay(monday.plusDays(1), "Nghỉ lễ", false));
    }

    @Test
    void takesTheOwnProposalToAnotherPerson() {
        YearProposal waiting = proposed(year + "-05-01 Nghỉ", null);
        assertThatThrownBy(() -> staff.as(Role.ADMINISTRATOR, () -> confirmHolidays.confirm(waiting.id())))
                .isInstanceOf(DutyConflict.class);
        assertThatThrownBy(() -> staff.as(Role.DIRECTOR, () -> confirmHolidays.confirm(waiting.id())))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> jdbc.sql("update calendar.year_proposal set state = 'CONFIRMED', decided_at = now(), "
                + "decided_by = proposed_by where id = ?").param(waiting.id()).update())
                .hasMessageContaining("year_second_person");
        assertThatThrownBy(() -> jdbc.sql("update calendar.year_proposal set days = '[]' where id = ?")
                .param(waiting.id()).update()).hasMessageContaining("is not edited");
    }

    @Test
    void declinedListChangesNothing() {
        YearProposal waiting = proposed(year + "-05-01 Nghỉ", null);
        Actors.as(second, () -> declineHolidays.decline(waiting.id(), "Nhầm năm"));
        assertThat(years.of(year)).isEmpty();
        assertThat(years.pending(year)).isEmpty();
    }

    @Test
    void keepsTheDaysGoneBy() {
        LocalDate today = businessDay.today();
        businessDay.moveTo(LocalDate.of(year, 6, 1));
        try {
            refuses(() -> proposed(year + "-05-01 Nghỉ", null), "calendar.holidays.past");
            YearProposal waiting = proposed(year + "-06-01 Nghỉ", null);
            businessDay.moveTo(LocalDate.of(year, 6, 2));
            refuses(() -> confirmed(waiting), "calendar.holidays.late");
        } finally {
            businessDay.moveTo(today);
        }
    }

    @Test
    void refusesWhatIsNoCalendar() {
        refuses(() -> proposed("ngày mai Nghỉ", null), "calendar.holidays.unreadable");
        refuses(() -> proposed("2099-05-01 Nghỉ", null), "calendar.holidays.other-year");
        refuses(() -> proposed(year + "-05-01 Nghỉ\n" + year + "-05-01 Lễ", null), "calendar.holidays.twice");
        refuses(() -> proposed(null, firstMondayOf(5) + " Làm bù"), "calendar.holidays.weekday");
        refuses(() -> proposed("", null), "calendar.holidays.nothing-changes");
    }

    @Test
    void pageGoesFromHandToHand() throws Exception {
        mvc.perform(get("/holidays").param("year", year + "").with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().isOk()).andExpect(content().string(containsString("Lịch nghỉ năm " + year)));
        mvc.perform(get("/holidays").with(staff.signedIn(Role.BORROWER))).andExpect(status().isForbidden());
        mvc.perform(post("/holidays").with(csrf()).param("year", year + "").param("off", "x")
                        .with(staff.signedIn(Role.DIRECTOR))).andExpect(status().isForbidden());
        mvc.perform(post("/holidays").with(csrf()).param("year", year + "").param("off", "x")
                        .with(staff.signedIn(Role.ADMINISTRATOR))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Dòng 1 chưa đúng")))
                .andExpect(content().string(containsString("Ghi văn bản về lịch nghỉ")));
        mvc.perform(post("/holidays").with(csrf()).param("year", year + "").param("paper", "TB 1")
                        .param("off", "30/04/" + year + " Ngày Chiến thắng").with(staff.signedIn(Role.ADMINISTRATOR)))
                .andExpect(redirectedUrl("/holidays?year=" + year));
        long waiting = years.pending(year).orElseThrow().id();
        mvc.perform(get("/holidays").param("year", year + "").with(Staff.signedIn(second)))
                .andExpect(content().string(containsString("Thêm ngày nghỉ 30/04/" + year + ": Ngày Chiến thắng")));
        mvc.perform(post("/holidays/" + waiting + "/confirmation").with(csrf()).with(Staff.signedIn(second)))
                .andExpect(redirectedUrl("/holidays?year=" + year));
        assertThat(years.of(year)).hasSize(1);
    }

    private LocalDate firstMondayOf(int month) {
        LocalDate first = LocalDate.of(year, month, 1);
        return first.plusDays((8 - first.getDayOfWeek().getValue()) % 7);
    }

    private static void refuses(ThrowingCallable act, String code) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.reasons()).extracting(Refusal.Reason::code).contains(code));
    }
}
