package vn.coopfund.funding;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.calendar.BusinessDay;

class FundingApiModuleTests extends ModuleTest {

    @Autowired
    MockMvc mvc;
    @Autowired
    BusinessDay businessDay;
    @Autowired
    People people;
    @Autowired
    JdbcClient jdbc;

    Staff staff;
    String body;

    @BeforeEach
    void prepare() {
        staff = new Staff(people);
        body = body(businessDay.today(), "5000000");
    }

    @Test
    void proposalWaitsAndConfirmationPosts() throws Exception {
        String id = JsonPath.read(propose(body, UUID.randomUUID().toString()).andExpect(status().isAccepted())
                .andExpect(jsonPath("$.state").value("PENDING")).andReturn().getResponse().getContentAsString(), "$.id");
        mvc.perform(post("/api/v1/funding/contributions/{id}/confirmation", id).header("Idempotency-Key", UUID.randomUUID())
                .with(staff.signedIn(Role.CHIEF_ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("CONFIRMED")).andExpect(jsonPath("$.entry").isString());
        mvc.perform(get("/api/v1/funding/capital").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(jsonPath("$.movements[?(@.id == '%s')].state", id).value("CONFIRMED"))
                .andExpect(jsonPath("$.charterCapital").isNumber()).andExpect(jsonPath("$.actualCharterCapital").isNumber())
                .andExpect(jsonPath("$.sources[0].code").value("PROVINCIAL_BUDGET"));
    }

    @Test
    void sameKeyAndBodyAnswersTheSame() throws Exception {
        String key = UUID.randomUUID().toString();
        String id = JsonPath.read(propose(body, key).andReturn().getResponse().getContentAsString(), "$.id");
        propose(body, key).andExpect(status().isAccepted()).andExpect(jsonPath("$.id").value(id));
        propose(body.replace("5000000", "6000000"), key).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void missingKeyIsABadRequest() throws Exception {
        mvc.perform(post("/api/v1/funding/contributions").contentType(MediaType.APPLICATION_JSON).content(body)
                .with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isBadRequest());
    }

    @Test
    void halfADongIsRefusedAtItsField() throws Exception {
        propose(body(businessDay.today(), "0.5"), UUID.randomUUID().toString()).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("amount"));
    }

    @Test
    void moreThanAnybodyHasIsRefusedByCallFormAndTable() throws Exception {
        for (String amount : new String[] {"1000000000000001", "9223372036854775807"}) {
            propose(body(businessDay.today(), amount), UUID.randomUUID().toString()).andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.errors[0].field").value("amount"));
        }
        propose(body.replace("QĐ 12", "x".repeat(500)), UUID.randomUUID().toString()).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("decision"));
        mvc.perform(post("/funding/contributions").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT))
                .param("source", "PROVINCIAL_BUDGET").param("amount", "1.000.000.000.000.001")
                .param("valueDate", businessDay.today().toString()).param("decision", "QĐ 1"))
                .andExpect(status().isOk()).andExpect(content().string(containsString("id=\"amount-error\"")));
        assertThatThrownBy(() -> jdbc.sql("""
                insert into funding.contribution (id, fund_id, source_id, amount, value_date, decision, proposed_at)
                select nextval('funding.contribution_seq'), 1, min(id), 1000000000000001, date '2026-01-01', 'x', clock_timestamp()
                from funding.capital_source where fund_id = 1""").update()).hasMessageContaining("contribution_amount_conceivable");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ACCOUNTANT")
    void othersDoNotPropose(Role role) throws Exception {
        mvc.perform(post("/api/v1/funding/contributions").contentType(MediaType.APPLICATION_JSON).content("{")
                .with(staff.signedIn(role))).andExpect(status().isForbidden());
    }

    @Test
    void borrowerDoesNotReadCapital() throws Exception {
        mvc.perform(get("/api/v1/funding/capital").with(staff.signedIn(Role.BORROWER))).andExpect(status().isForbidden());
    }

    private ResultActions propose(String content, String key) throws Exception {
        return mvc.perform(post("/api/v1/funding/contributions").contentType(MediaType.APPLICATION_JSON).content(content)
                .header("Idempotency-Key", key).with(staff.signedIn(Role.ACCOUNTANT)));
    }

    private static String body(LocalDate day, String amount) {
        return """
                {"source": "PROVINCIAL_BUDGET", "amount": %s, "valueDate": "%s", "decision": "QĐ 12/QĐ-UBND ngày 05/01/2026"}"""
                .formatted(amount, day);
    }
}
