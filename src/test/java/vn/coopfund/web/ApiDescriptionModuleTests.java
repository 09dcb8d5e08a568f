package vn.coopfund.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;

/** What is said of the calls is what they do. */
class ApiDescriptionModuleTests extends ModuleTest {

    @Autowired
    MockMvc mvc;
    @Autowired
    People people;
    @Autowired
    ObjectMapper json;

    private JsonNode description() throws Exception {
        return json.readTree(mvc.perform(get("/v3/api-docs").with(new Staff(people).signedIn(Role.CONTROLLER)))
                .andReturn().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void amountsAreWholeNumbers() throws Exception {
        JsonNode schemas = description().at("/components/schemas");
        assertThat(schemas.has("MonetaryAmount")).isFalse();
        JsonNode amount = schemas.at("/ApplicationBody/properties/amount");
        assertThat(amount.at("/type").asText()).isEqualTo("integer");
        assertThat(amount.at("/format").asText()).isEqualTo("int64");
    }

    @Test
    void recordsOfDifferentCallsKeepTheirOwnNames() throws Exception {
        JsonNode schemas = description().at("/components/schemas");
        assertThat(schemas.has("Whole")).isFalse();
        assertThat(schemas.has("Item")).isFalse();
        assertThat(schemas.has("ApplicationViewsWhole")).isTrue();
        assertThat(schemas.has("LoanViewsWhole")).isTrue();
    }

    @Test
    void saysHowToSignInAndWhatARefusalIs() throws Exception {
        JsonNode description = description();
        assertThat(description.at("/info/title").asText()).contains("Quỹ");
        assertThat(description.at("/components/securitySchemes/basic/scheme").asText()).isEqualTo("basic");
        assertThat(description.at("/security/0/basic").isArray()).isTrue();
        JsonNode refusal = description.at("/paths/~1api~1v1~1applications~1{id}/put/responses/422/content/application~1problem+json/schema");
        assertThat(refusal.at("/$ref").asText()).endsWith("/Problem");
        assertThat(description.at("/components/schemas/Problem/properties/errors/type").asText()).isEqualTo("array");
        assertThat(description.at("/components/schemas/ProblemDetail").isMissingNode()).isTrue();
    }

    @Test
    void keysAreNamedWhereTheyAreTaken() throws Exception {
        JsonNode description = description();
        JsonNode key = description.at("/paths/~1api~1v1~1funding~1contributions/post/parameters/0");
        assertThat(key.at("/name").asText()).isEqualTo("Idempotency-Key");
        assertThat(key.at("/in").asText()).isEqualTo("header");
        assertThat(key.at("/required").asBoolean()).isTrue();
        assertThat(description.at("/paths/~1api~1v1~1applications/post/parameters/0/name").asText()).isEqualTo("Idempotency-Key");
        assertThat(description.at("/paths/~1api~1v1~1applications/post/parameters/0/required").asBoolean()).isFalse();
        assertThat(description.at("/paths/~1api~1v1~1applications~1{id}/put/requestBody/content/application~1json/schema/$ref").asText())
                .endsWith("/ApplicationBody");
    }
}
