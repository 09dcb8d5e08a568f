package vn.coopfund.products;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.result.JsonPathResultMatchers;
import vn.coopfund.ModuleTest;

/** The loan calculator as programs see it, asked by nobody in particular. */
class ScheduleApiModuleTests extends ModuleTest {

    /** The request of the interface. */
    static final String EXAMPLE = """
            {"principal": 500000000, "disbursedOn": "2026-01-15",
             "rate": {"value": "6.6", "unit": "YEAR"},
             "method": "EQUAL_PRINCIPAL", "instalments": 8, "every": {"count": 3, "unit": "MONTH"},
             "firstDueOn": "2026-04-15", "dayCount": "ACT_365"}""";

    static final String GOLDEN = """
            {"rows": [
              {"number": 1, "from": "2026-01-15", "dueOn": "2026-04-15", "days": 90, "principal": 62500000,
               "interest": 8136986, "payment": 70636986, "balance": 437500000},
              {"number": 2, "from": "2026-04-15", "dueOn": "2026-07-15", "days": 91, "principal": 62500000,
               "interest": 7198973, "payment": 69698973, "balance": 375000000},
              {"number": 3, "from": "2026-07-15", "dueOn": "2026-10-15", "days": 92, "principal": 62500000,
               "interest": 6238356, "payment": 68738356, "balance": 312500000},
              {"number": 4, "from": "2026-10-15", "dueOn": "2027-01-15", "days": 92, "principal": 62500000,
               "interest": 5198630, "payment": 67698630, "balance": 250000000},
              {"number": 5, "from": "2027-01-15", "dueOn": "2027-04-15", "days": 90, "principal": 62500000,
               "interest": 4068493, "payment": 66568493, "balance": 187500000},
              {"number": 6, "from": "2027-04-15", "dueOn": "2027-07-15", "days": 91, "principal": 62500000,
               "interest": 3085274, "payment": 65585274, "balance": 125000000},
              {"number": 7, "from": "2027-07-15", "dueOn": "2027-10-15", "days": 92, "principal": 62500000,
               "interest": 2079452, "payment": 64579452, "balance": 62500000},
              {"number": 8, "from": "2027-10-15", "dueOn": "2028-01-15", "days": 92, "principal": 62500000,
               "interest": 1039726, "payment": 63539726, "balance": 0}],
             "totals": {"principal": 500000000, "interest": 37045890, "payment": 537045890}}""";

    @Autowired
    MockMvc mvc;

    private ResultActions ask(String body) throws Exception {
        return mvc.perform(post("/api/v1/schedules").contentType(MediaType.APPLICATION_JSON).content(body));
    }

    /** The example with one field said otherwise; an empty value leaves it out. */
    private static String with(String field, String value) {
        String others = EXAMPLE.replaceFirst("\"" + field + "\": (\\{[^}]*}|\"[^\"]*\"|\\d+),?", "")
                .replaceFirst(",\\s*}$", "}");
        return value.isEmpty() ? others : others.replaceFirst("}$", ", \"" + field + "\": " + value + "}");
    }

    private static JsonPathResultMatchers fields() {
        return jsonPath("$.errors[*].field");
    }

    @Test
    void answersTheGoldenScheduleToTheDong() throws Exception {
        ask(EXAMPLE).andExpect(status().isOk()).andExpect(content().contentType(MediaType.APPLICATION_JSON))
                .andExpect(content().json(GOLDEN, org.springframework.test.json.JsonCompareMode.STRICT));
    }

    @Test
    void knowsTheDaysWithoutWork() throws Exception {
        ask(with("workingDays", "\"NEXT\"")).andExpect(status().isOk())
                .andExpect(jsonPath("$.rows[7].dueOn").value("2028-01-17"))
                .andExpect(jsonPath("$.rows[7].days").value(94))
                .andExpect(jsonPath("$.rows[7].interest").value(1_062_329));
    }

    @Test
    void addsUpInterestOverTranches() throws Exception {
        ask(with("tranches", "[{\"on\":\"2026-01-15\",\"amount\":300000000},{\"on\":\"2026-02-15\",\"amount\":200000000}]"))
                .andExpect(status().isOk()).andExpect(jsonPath("$.rows[0].interest").value(7_015_890));
    }

    @Test
    void takesAgreedRows() throws Exception {
        ask("""
                {"principal": 500000000, "disbursedOn": "2026-01-15", "rate": {"value": "0.55", "unit": "MONTH",
                 "conversion": "TIMES_12"}, "method": "CUSTOM", "dayCount": "ACT_365",
                 "principals": [{"dueOn": "2026-06-30", "amount": 0}, {"dueOn": "2026-12-31", "amount": 500000000}]}""")
                .andExpect(status().isOk()).andExpect(jsonPath("$.rows.length()").value(2))
                .andExpect(jsonPath("$.rows[0].interest").value(15_008_219));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        // absent, or said to be nothing
        "principal     | ``                                  | principal",
        "principal     | null                                | principal",
        "disbursedOn   | null                                | disbursedOn",
        "rate          | null                                | rate",
        "rate          | {\"value\":null,\"unit\":\"YEAR\"}  | rate.value",
        "every         | {\"count\":null,\"unit\":\"MONTH\"} | every.count",
        "dayCount      | ``                                  | dayCount",
        "tranches      | [null]                              | tranches[0].on tranches[0].amount",
        // wrong types
        "principal     | \"500000000\"                       | principal",
        "principal     | 1.5                                 | principal",
        "principal     | 500000000.0                         | principal",
        "principal     | 5e8                                 | principal",
        "principal     | 1e999999999                         | principal",
        "principal     | true                                | principal",
        "principal     | [500000000]                         | principal",
        "principal     | {}                                  | principal",
        "instalments   | \"8\"                               | instalments",
        "instalments   | 8.5                                 | instalments",
        "disbursedOn   | 5                                   | disbursedOn",
        "disbursedOn   | [2026,1,15]                         | disbursedOn",
        "firstDueOn    | 20260415                            | firstDueOn",
        "method        | 0                                   | method",
        "dayCount      | 0                                   | dayCount",
        "rate          | \"6.6\"                             | rate",
        "rate          | 6.6                                 | rate",
        "rate          | {\"value\":6.6,\"unit\":\"YEAR\"}   | rate.value",
        "rate          | {\"value\":\"6.6\",\"unit\":0}      | rate.unit",
        "every         | 3                                   | every",
        "every         | {\"count\":\"3\",\"unit\":\"MONTH\"} | every.count",
        "every         | {\"count\":3,\"unit\":2}            | every.unit",
        "interestFollows | \"true\"                          | interestFollows",
        "interestFollows | 1                                 | interestFollows",
        "tranches      | {}                                  | tranches",
        "tranches      | [5]                                 | tranches[0]",
        "tranches      | [{\"on\":5,\"amount\":500000000}]   | tranches[0].on",
        "tranches      | [{\"on\":\"2026-01-15\",\"amount\":\"x\"}] | tranches[0].amount",
        "interestEvery | \"MONTH\"                           | interestEvery",
        // what nobody asks for
        "principle     | 500000000                           | principle",
        "intrestEvery  | {\"count\":1,\"unit\":\"MONTH\"}    | intrestEvery",
        "comment       | null                                | comment",
        "rate          | {\"value\":\"6.6\",\"unit\":\"YEAR\",\"convertion\":\"TIMES_12\"} | rate.convertion",
        "every         | {\"count\":3,\"unit\":\"MONTH\",\"anchor\":31} | every.anchor",
        "tranches      | [{\"on\":\"2026-01-15\",\"amount\":500000000,\"fee\":1}] | tranches[0].fee",
        // wrong values
        "principal     | 0                                   | principal",
        "principal     | -1                                  | principal",
        "principal     | 1000000000000001                    | principal",
        "principal     | 99999999999999999999999999999999999 | principal",
        "instalments   | 0                                   | instalments",
        "instalments   | 601                                 | instalments",
        "instalments   | 9223372036854775808                 | instalments",
        "disbursedOn   | \"2026-02-30\"                      | disbursedOn",
        "disbursedOn   | \"15/01/2026\"                      | disbursedOn",
        "disbursedOn   | \"1899-12-31\"                      | disbursedOn",
        "disbursedOn   | \"\"                                | disbursedOn",
        "firstDueOn    | \"2026-01-15\"                      | firstDueOn",
        "method        | \"equal_principal\"                 | method",
        "method        | \"\"                                | method",
        "dayCount      | \"ACT_364\"                         | dayCount",
        "workingDays   | \"FOLLOWING\"                       | workingDays",
        "interestRounding | \"UP\"                           | interestRounding",
        "rate          | {\"value\":\"-0.1\",\"unit\":\"YEAR\"} | rate.value",
        "rate          | {\"value\":\"100.1\",\"unit\":\"YEAR\"} | rate.value",
        "rate          | {\"value\":\"6,6\",\"unit\":\"YEAR\"} | rate.value",
        "rate          | {\"value\":\"0.55\",\"unit\":\"MONTH\"} | rate.conversion",
        "principalGrace | 8                                  | principalGrace",
        "principalGrace | -1                                 | principalGrace",
        "instalmentMultiple | 0                              | instalmentMultiple",
        "tranches      | [{\"on\":\"2026-01-15\",\"amount\":1}] | tranches",
    })
    void namesTheFieldThatIsWrong(String field, String value, String named) throws Exception {
        ask(with(field, value == null ? "" : value)).andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(422))
                .andExpect(fields().value(containsInAnyOrder((Object[]) named.split(" "))))
                .andExpect(jsonPath("$.errors[*].message").value(everyItem(not(containsString("schedule.")))));
    }

    @Test
    void namesEveryErrorAtOnce() throws Exception {
        ask("""
                {"principal": "much", "disbursedOn": 5, "rate": {"value": "101", "unit": "YEAR"}, "method": "X",
                 "instalments": -8, "every": {"count": 0, "unit": "MONTH"}, "dayCount": "ACT_365", "interestFollows": "no"}""")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(fields().value(containsInAnyOrder("principal", "disbursedOn", "rate.value", "method",
                        "instalments", "every.count", "interestFollows")));
        ask("{}").andExpect(status().isUnprocessableEntity()).andExpect(fields().value(containsInAnyOrder(
                "principal", "disbursedOn", "rate", "method", "instalments", "every", "dayCount")));
    }

    @Test
    void speaksTheCallersLanguage() throws Exception {
        ask(with("principal", "0")).andExpect(jsonPath("$.errors[0].message").value("Số tiền phải lớn hơn 0"));
        mvc.perform(post("/api/v1/schedules").contentType(MediaType.APPLICATION_JSON).header("Accept-Language", "en")
                .content(with("principal", "0"))).andExpect(jsonPath("$.errors[0].message").value("The amount must be more than 0"));
    }

    @Test
    void saysWhichFieldNobodyAsksFor() throws Exception {
        ask(with("principle", "5")).andExpect(jsonPath("$.errors[0].message").value("Không có trường “principle” trong yêu cầu này."));
        mvc.perform(post("/api/v1/schedules").contentType(MediaType.APPLICATION_JSON).header("Accept-Language", "en")
                .content(with("principle", "5"))).andExpect(jsonPath("$.errors[0].message").value("This call has no field “principle”."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"principal\": }", "principal", "{\"principal\": NaN}", "{\"principal\": 01}", "{} {}"})
    void cannotReadWhatIsNoJson(String body) throws Exception {
        ask(body).andExpect(status().isBadRequest()).andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void cannotReadWhatIsTooDeepTooLongOrNoText() throws Exception {
        ask("[".repeat(5_000)).andExpect(status().isBadRequest());
        ask("{\"principal\": " + "9".repeat(5_000) + "}").andExpect(status().isBadRequest());
        ask("{\"tranches\": [" + "null,".repeat(500_000) + "null]}").andExpect(status().isBadRequest());
        mvc.perform(post("/api/v1/schedules").contentType(MediaType.APPLICATION_JSON)
                .content("{\"method\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1))).andExpect(status().isBadRequest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "5", "\"x\"", "true"})
    void wantsAnObject(String body) throws Exception {
        ask(body).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.errors.length()").value(1))
                .andExpect(jsonPath("$.errors[0].message").isNotEmpty());
    }

    @Test
    void refusesAFieldSaidTwice() throws Exception {
        ask(with("principal", "1, \"principal\": 500000000")).andExpect(status().is4xxClientError())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }
}
