package vn.coopfund.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;

class DayCloseModuleTests extends ModuleTest {

    @Autowired
    MockMvc mvc;
    @Autowired
    People people;
    @Autowired
    BusinessDay businessDay;
    @Autowired
    ClosedDays closedDays;
    @Autowired
    ObjectMapper json;

    LocalDate before;

    @BeforeEach
    void startLongAgo() {
        before = businessDay.today();
    }

    @AfterEach
    void goBackToWhereItWas() {
        businessDay.moveTo(before);
    }

    @Test
    void closesThatDayAndAnyOpenBeforeIt() throws Exception {
        businessDay.moveTo(LocalDate.of(2003, 5, 1));
        close("2003-05-03").andExpect(status().isOk()).andExpect(jsonPath("$.day").value("2003-05-03"))
                .andExpect(jsonPath("$.counts.overdue").value(0)).andExpect(jsonPath("$.seconds").isNumber());
        assertThat(businessDay.today()).isEqualTo(LocalDate.of(2003, 5, 4));
        mvc.perform(get("/api/v1/days/current").with(new Staff(people).signedIn(Role.LOAN_OFFICER)))
                .andExpect(jsonPath("$.day").value("2003-05-04"));
    }

    @Test
    void answersTheCountsOfAllTheDaysItCloses() throws Exception {
        businessDay.moveTo(LocalDate.of(2006, 5, 1));
        String answer = close("2006-05-03").andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        ClosedDay all = json.readValue(answer, ClosedDay.class);
        ClosedDay sum = null;
        for (int day = 1; day <= 3; day++) {
            ClosedDay one = closedDays.find(LocalDate.of(2006, 5, day)).orElseThrow();
            sum = sum == null ? one : sum.with(one);
        }
        assertThat(all).isEqualTo(sum);
        close("2006-05-03").andExpect(content().string(answer));
    }

    @Test
    void sumsWhatEachDayCounted() {
        ClosedDay one = new ClosedDay(LocalDate.of(2006, 6, 1), Map.of("overdue", 2, "accrued", 3), new BigDecimal("0.5"));
        ClosedDay other = new ClosedDay(LocalDate.of(2006, 6, 2), Map.of("overdue", 1, "classified", 4), new BigDecimal("0.25"));
        assertThat(one.with(other)).isEqualTo(new ClosedDay(LocalDate.of(2006, 6, 2),
                Map.of("overdue", 3, "accrued", 3, "classified", 4), new BigDecimal("0.75")));
    }

    @Test
    void keyThatIsSentCounts() throws Exception {
        businessDay.moveTo(LocalDate.of(2007, 5, 1));
        String first = closeWith("nightly", "2007-05-01").andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        closeWith("nightly", "2007-05-01").andExpect(status().isOk()).andExpect(content().string(first));
        closeWith("nightly", "2007-05-02").andExpect(status().isUnprocessableEntity());
        assertThat(businessDay.today()).isEqualTo(LocalDate.of(2007, 5, 2));
    }

    private ResultActions closeWith(String key, String day) throws Exception {
        return mvc.perform(closing("{\"day\":\"" + day + "\"}").header("Idempotency-Key", key)
                .with(new Staff(people).signedIn(Role.CHIEF_ACCOUNTANT)));
    }

    @Test
    void closedDayAnswersWhatWasStored() throws Exception {
        businessDay.moveTo(LocalDate.of(2004, 5, 1));
        String first = close("2004-05-01").andReturn().getResponse().getContentAsString();
        close("2004-05-01").andExpect(status().isOk()).andExpect(content().string(first));
        assertThat(businessDay.today()).isEqualTo(LocalDate.of(2004, 5, 2));
    }

    @Test
    void refusesDaysThatCannotBeClosed() throws Exception {
        businessDay.moveTo(LocalDate.of(2005, 5, 1));
        close("2005-04-30").andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.errors[0].field").value("day"));
        mvc.perform(closing("{}").with(new Staff(people).signedIn(Role.CHIEF_ACCOUNTANT)))
                .andExpect(status().isUnprocessableEntity());
        businessDay.moveTo(businessDay.wallClockToday());
        close(businessDay.wallClockToday().plusDays(1).toString()).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void isTheChiefAccountantsAlone() throws Exception {
        mvc.perform(closing("nonsense").with(new Staff(people).signedIn(Role.ACCOUNTANT))).andExpect(status().isForbidden());
    }

    private ResultActions close(String day) throws Exception {
        return mvc.perform(closing("{\"day\":\"" + day + "\"}").with(new Staff(people).signedIn(Role.CHIEF_ACCOUNTANT)));
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder closing(String body) {
        return post("/api/v1/days/close").contentType(MediaType.APPLICATION_JSON).content(body);
    }
}
