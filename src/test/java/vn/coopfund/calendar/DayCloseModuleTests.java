package vn.coopfund.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
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
