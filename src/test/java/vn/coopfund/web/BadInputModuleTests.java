package vn.coopfund.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;

/** What cannot be read is refused in words, wherever it comes in. */
class BadInputModuleTests extends ModuleTest {

    @Autowired
    MockMvc mvc;
    @Autowired
    People people;
    Staff staff;

    @BeforeEach
    void prepare() {
        staff = new Staff(people);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/applications?state=JUNK, state", "/api/v1/applications?page=abc, page",
        "/api/v1/applications?size=99999999999, size", "/api/v1/ledger/entries?from=2026-02-30, from",
        "/api/v1/ledger/trial-balance?on=x, on", "/api/v1/ledger/entries?from=26/11/2026, from"})
    void junkInAParameterIsNamed(String address, String field) throws Exception {
        mvc.perform(get(address).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(field))
                .andExpect(jsonPath("$.detail").value(not(containsString("Failed"))));
    }

    @Test
    void programsAreToldToWriteDatesAsIso() throws Exception {
        mvc.perform(get("/api/v1/ledger/entries?from=26/11/2026").with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("NNNN-TT-NN")));
        mvc.perform(get("/books/journal?from=26/11/2026").with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk());
        json("/api/v1/funding/contributions", "{\"source\":\"x\",\"amount\":1,\"valueDate\":\"26/11/2026\",\"decision\":\"x\"}",
                Role.ACCOUNTANT).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].message").value(containsString("NNNN-TT-NN")));
    }

    @Test
    void anotherMethodThanTheCalculatorsIsTheWrongOneForStrangersToo() throws Exception {
        mvc.perform(get("/api/v1/schedules")).andExpect(status().isMethodNotAllowed());
    }

    @Test
    void otherKindsOfBodyAndAnswerAreRefusedInWords() throws Exception {
        mvc.perform(post("/api/v1/applications").contentType("text/plain").content("x").with(staff.signedIn(Role.LOAN_OFFICER)))
                .andExpect(status().isUnsupportedMediaType()).andExpect(jsonPath("$.errors").isEmpty())
                .andExpect(jsonPath("$.detail").value(containsString("dữ liệu")));
        mvc.perform(get("/api/v1/applications").accept("image/png").with(staff.signedIn(Role.LOAN_OFFICER)))
                .andExpect(status().isNotAcceptable()).andExpect(jsonPath("$.errors").isEmpty())
                .andExpect(jsonPath("$.detail").value(containsString("dữ liệu")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/applications", "/api/v1/cooperatives", "/applications"})
    void noughtCharacterInAParameterIsRefused(String address) throws Exception {
        mvc.perform(get(address).param("q", "a\0b").with(staff.signedIn(Role.LOAN_OFFICER)))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("ký tự")));
    }

    @Test
    void noughtCharacterInABodyIsRefusedAtItsField() throws Exception {
        json("/api/v1/cooperatives", "{\"kind\":\"COOPERATIVE\",\"number\":\"2400000000\",\"name\":\"HTX \\u0000\"}")
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.errors[0].field").value("name"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("ký tự")));
        json("/api/v1/cooperatives", "{\"kind\":\"COOPERATIVE\",\"number\":\"2400000000\",\"address\":{\"line\":\"\\u0001\"}}")
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.errors[0].field").value("address.line"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"comment\":\"\\u0000\"}", "{\"nested\":{\"deep\":[\"\\u0000\"]}}"})
    void noughtCharacterInFieldsOfATaskIsRefused(String body) throws Exception {
        mvc.perform(post("/api/v1/tasks/none/completion").contentType("application/json").content(body)
                .with(staff.signedIn(Role.LOAN_OFFICER))).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("ký tự")));
    }

    @Test
    void linesAndTabsInATextAreFine() throws Exception {
        mvc.perform(post("/api/v1/tasks/none/completion").contentType("application/json").content("{\"comment\":\"a\\n\\tb\\r\\n\"}")
                .with(staff.signedIn(Role.LOAN_OFFICER))).andExpect(status().isConflict());
    }

    @Test
    void tooLongNamesAndTooManyMembersAreRefused() throws Exception {
        json("/api/v1/cooperatives", "{\"kind\":\"COOPERATIVE\",\"number\":\"2400000000\",\"members\":1000000000,\"name\":\""
                + "x".repeat(5000) + "\",\"address\":{\"line\":\"" + "x".repeat(5000) + "\"}}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[?(@.field == 'name')]").isNotEmpty())
                .andExpect(jsonPath("$.errors[?(@.field == 'members')]").isNotEmpty())
                .andExpect(jsonPath("$.errors[?(@.field == 'address.line')]").isNotEmpty());
    }

    @Test
    void amountsNobodyHasAreRefusedEverywhere() throws Exception {
        for (String amount : new String[] {"1000000000000001", "-1000000000000001", "9223372036854775807", "9223372036854775808",
            "1e30"}) {
            ResultActions answer = json("/api/v1/applications", "{\"projectName\":\"x\",\"amount\":" + amount + "}");
            answer.andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.errors[0].field").value("amount"));
        }
    }

    @Test
    void fileWithoutItsPartsIsRefused() throws Exception {
        String answer = mvc.perform(multipart("/api/v1/applications/1/attachments")
                .file(new MockMultipartFile("file", "a\0b.pdf", "application/pdf", new byte[] {1}))
                .param("kind", "CHARTER\0").with(staff.signedIn(Role.LOAN_OFFICER)))
                .andExpect(status().isUnprocessableEntity()).andReturn().getResponse().getContentAsString();
        assertThat(answer).contains("ký tự");
    }

    private ResultActions json(String address, String body) throws Exception {
        return json(address, body, Role.LOAN_OFFICER);
    }

    private ResultActions json(String address, String body, Role role) throws Exception {
        return mvc.perform(post(address).contentType("application/json").content(body)
                .header("Idempotency-Key", java.util.UUID.randomUUID()).with(staff.signedIn(role)));
    }
}
