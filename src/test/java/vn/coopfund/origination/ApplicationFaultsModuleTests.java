package vn.coopfund.origination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.access.Subject;

/** What a page or a program writes into an application, and what it must not get away with. */
class ApplicationFaultsModuleTests extends ModuleTest {

    private static final String ALL = "/api/v1/applications";

    @Autowired
    Cases cases;
    @Autowired
    MockMvc mvc;

    @Test
    void emptiesWhatIsSaidToBeEmptyAndKeepsWhatIsLeftOut() throws Exception {
        Actor cooperative = cases.cooperative("empties");
        String one = ALL + "/" + cases.drafted(cooperative, Cases.content(100_000_000, SecurityKind.UNSECURED)).id();
        json(put(one), cooperative, "{\"amount\":null,\"sector\":null,\"securityKind\":null}").andExpect(status().isOk())
                .andExpect(jsonPath("$.amount").value(nullValue())).andExpect(jsonPath("$.sector").value(nullValue()))
                .andExpect(jsonPath("$.securityKind").value("UNSECURED"))
                .andExpect(jsonPath("$.totalCost").value(200_000_000)).andExpect(jsonPath("$.termMonths").value(24));
        json(put(one), cooperative, "{\"amount\":\"5\"}").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("amount"));
        json(put(one), cooperative, "[1]").andExpect(status().isBadRequest());
    }

    @Test
    void takesAnApplicationBackWithoutABodyAndOnlyItsOwn() throws Exception {
        Actor cooperative = cases.cooperative("silent");
        String one = ALL + "/" + cases.submitted(cooperative, Cases.content(100_000_000, SecurityKind.UNSECURED)).id();
        Actor other = cases.cooperative("silent-other");
        mvc.perform(post(one + "/withdrawal").with(Staff.signedIn(other))).andExpect(status().isNotFound());
        mvc.perform(post(one + "/withdrawal").contentType("application/x-www-form-urlencoded")
                .with(Staff.signedIn(cooperative))).andExpect(status().isOk());
        String second = ALL + "/" + cases.submitted(cooperative, Cases.content(100_000_000, SecurityKind.UNSECURED)).id();
        json(post(second + "/withdrawal"), cooperative, "{\"reason\":\"Đổi phương án\"}").andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("WITHDRAWN"));
    }

    @Test
    void cashFlowByQuarterIsKeptShownToTheAppraiserAndOnlyWarns() throws Exception {
        Actor cooperative = cases.cooperative("quarters");
        long id = cases.drafted(cooperative, Cases.content(240_000_000, SecurityKind.UNSECURED)).id();
        mvc.perform(post("/applications/" + id + "/edit/4").with(Staff.signedIn(cooperative)).with(csrf())
                .param("quarters[0].income", "50.000.000").param("quarters[0].cost", "10.000.000")
                .param("quarters[2].income", "300.000.000")).andExpect(status().is3xxRedirection());
        mvc.perform(get("/applications/" + id + "/edit/4").with(Staff.signedIn(cooperative)))
                .andExpect(content().string(containsString("value=\"50.000.000\"")));
        mvc.perform(get(ALL + "/" + id).with(Staff.signedIn(cooperative))).andExpect(jsonPath("$.quarters.length()").value(4))
                .andExpect(jsonPath("$.quarters[2].income").value(300_000_000)).andExpect(jsonPath("$.quarters[1].cost").value(0));
        json(put(ALL + "/" + id), cooperative, "{\"quarters\":[{\"quarter\":1,\"income\":50000000,\"cost\":10000000},"
                + "{\"quarter\":1,\"income\":5}]}").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("quarters"));
        json(put(ALL + "/" + id), cooperative, "{\"quarters\":[{\"quarter\":1,\"income\":90000000,\"cost\":10000000},null]}")
                .andExpect(status().isOk()).andExpect(jsonPath("$.quarters.length()").value(1));
        mvc.perform(get("/applications/" + id + "/edit/6").with(Staff.signedIn(cooperative))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Dòng tiền theo quý và khả năng trả nợ")));
        json(post(ALL + "/" + id + "/submission").header("Idempotency-Key", UUID.randomUUID().toString()), cooperative, "")
                .andExpect(status().isOk());
        Subject subject = Subject.application(id);
        cases.complete(subject, "Task_CheckCompleteness", Role.LOAN_OFFICER, java.util.Map.of("outcome", "COMPLETE"));
        mvc.perform(get("/tasks/" + cases.task(subject, "Task_AppraiseApplication").id())
                .with(cases.staff().signedIn(Role.APPRAISER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("80.000.000")));
    }

    @Test
    void sameKeyMakesOneDraft() throws Exception {
        Actor cooperative = cases.cooperative("one-draft");
        String key = UUID.randomUUID().toString();
        String first = json(post(ALL).header("Idempotency-Key", key), cooperative, "{\"projectName\":\"Kho lạnh\"}")
                .andExpect(status().isCreated()).andReturn().getResponse().getContentAsString();
        json(post(ALL).header("Idempotency-Key", key), cooperative, "{\"projectName\":\"Kho lạnh\"}")
                .andExpect(status().isCreated()).andExpect(content().json(first));
        json(post(ALL).header("Idempotency-Key", key), cooperative, "{\"projectName\":\"Kho khác\"}")
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(get(ALL).with(Staff.signedIn(cooperative))).andExpect(jsonPath("$.total").value(1));
        json(post(ALL).header("Idempotency-Key", "k".repeat(201)), cooperative, "{\"projectName\":\"Kho lạnh\"}")
                .andExpect(status().isBadRequest()).andExpect(content().string(containsString("quá dài")));
    }

    @Test
    void meansWhatItsPageShows() throws Exception {
        Actor cooperative = cases.cooperative("means");
        long id = cases.drafted(cooperative, Cases.content(100_000_000, SecurityKind.UNSECURED)).id();
        mvc.perform(post("/applications/" + id + "/edit/2").with(Staff.signedIn(cooperative)).with(csrf())
                .param("totalCost", "200.000.000").param("ownCapital", "100.000.000").param("amount", "")
                .param("termMonths", "12").param("monthsBetween", "3")).andExpect(status().is3xxRedirection());
        mvc.perform(get(ALL + "/" + id).with(Staff.signedIn(cooperative)))
                .andExpect(jsonPath("$.amount").value(nullValue())).andExpect(jsonPath("$.termMonths").value(12))
                .andExpect(jsonPath("$.projectName").value("Nhà sơ chế vải thiều"));
    }

    @Test
    void draftsForNobodyElse() throws Exception {
        Actor other = cases.cooperative("somebody-else");
        Actor cooperative = cases.cooperative("for-itself");
        String foreign = cases.drafted(other, Cases.content(100_000_000, SecurityKind.UNSECURED)).borrowerId() + "";
        json(post(ALL), cooperative, "{\"projectName\":\"x\",\"borrowerId\":\"" + foreign + "\"}").andExpect(status().isNotFound());
        json(post(ALL), other, "{\"projectName\":\"x\",\"borrowerId\":\"" + foreign + "\"}").andExpect(status().isCreated());
    }

    @Test
    void securityWithoutDescriptionAndValueIsNotComplete() throws Exception {
        Actor cooperative = cases.cooperative("no-value");
        long id = cases.drafted(cooperative, new ApplicationContent("Kho", "Xây kho", null, vn.coopfund.money.Dong.of(200_000_000),
                vn.coopfund.money.Dong.of(100_000_000), vn.coopfund.money.Dong.of(100_000_000), 24, 3, SecurityKind.PLEDGE,
                null, null, null, null, null)).id();
        json(post(ALL + "/" + id + "/submission").header("Idempotency-Key", UUID.randomUUID()), cooperative, "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[*].field").value(hasItem("securityText")))
                .andExpect(jsonPath("$.errors[*].field").value(hasItem("securityValue")));
    }

    @Test
    void lendingIsNotProposedOnWorthlessSecurityNorInBadDebt() throws Exception {
        Subject subject = cases.submitted(cases.cooperative("worthless"), Cases.secured(100_000_000));
        cases.complete(subject, "Task_CheckCompleteness", Role.LOAN_OFFICER, java.util.Map.of("outcome", "COMPLETE"));
        Actor appraiser = cases.staff().with(Role.APPRAISER);
        complete(subject, appraiser, "{\"outcome\":\"LEND\",\"collateralValue\":0}").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("collateralValue"));
        complete(subject, appraiser, "{\"outcome\":\"LEND\",\"badDebt\":\"FOUND\"}").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("badDebt"));
        complete(subject, appraiser, "{\"outcome\":\"LEND\",\"collateralValue\":1000000000000001}")
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.errors[0].field").value("collateralValue"));
        complete(subject, appraiser, "{\"outcome\":\"LEND\",\"proposedTermMonths\":\"12\"}").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("proposedTermMonths"));
        complete(subject, appraiser, "{\"outcome\":\"LEND\",\"proposedAmount\":\"5\"}").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("proposedAmount"));
        complete(subject, appraiser, "{\"outcome\":\"REFUSE\",\"badDebt\":\"FOUND\"}").andExpect(status().isOk());
        cases.complete(subject, "Task_ReviewAppraisal", Role.HEAD_OF_LENDING, java.util.Map.of("outcome", "SUBMIT"));
        String decision = cases.task(subject, "Task_DecideApplication").id();
        json(post("/api/v1/tasks/" + decision + "/completion"), cases.staff().with(Role.DIRECTOR),
                "{\"outcome\":\"APPROVED\",\"comment\":\"Vẫn cho vay\"}")
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.errors[0].field").value("outcome"));
    }

    @Test
    void junkInTheAddressOfAPageIsNamed() throws Exception {
        Actor cooperative = cases.cooperative("junk");
        for (String query : new String[] {"page=abc", "state=JUNK"}) {
            mvc.perform(get("/applications?" + query).with(Staff.signedIn(cooperative))).andExpect(status().isBadRequest())
                    .andExpect(content().string(containsString(query.substring(0, query.indexOf('=')))));
        }
        mvc.perform(get("/applications/abc").with(Staff.signedIn(cooperative))).andExpect(status().isNotFound());
    }

    private ResultActions complete(Subject subject, Actor appraiser, String body) throws Exception {
        return json(post("/api/v1/tasks/" + cases.task(subject, "Task_AppraiseApplication").id() + "/completion"), appraiser, body);
    }

    private ResultActions json(org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder call, Actor actor,
            String body) throws Exception {
        ResultActions answer = mvc.perform(call.with(Staff.signedIn(actor)).contentType(MediaType.APPLICATION_JSON).content(body));
        assertThat(answer.andReturn().getResponse().getStatus()).isLessThan(500);
        return answer;
    }
}
