package vn.coopfund.origination;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.Files;

/** Who files which paper, when, and who reads it. */
class PapersModuleTests extends ModuleTest {

    @Autowired
    Cases cases;
    @Autowired
    MockMvc mvc;

    @Test
    void borrowerFilesItsOwnPapersAlone() throws Exception {
        Actor cooperative = cases.cooperative("files-own");
        long draft = cases.drafted(cooperative, Cases.secured(100_000_000)).id();
        file(draft, "BUSINESS_PLAN", cooperative).andExpect(status().isCreated());
        file(draft, "SIGNED_CONTRACT", cooperative).andExpect(status().isForbidden());
        file(draft, "FIELD_VISIT", cooperative).andExpect(status().isForbidden());
        file(draft, "JUNK", cooperative).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void decidersFileNothing() throws Exception {
        Subject subject = cases.submitted(cases.cooperative("files-not"), Cases.secured(100_000_000));
        file(subject.id(), "CHARTER", cases.staff().with(Role.DIRECTOR)).andExpect(status().isForbidden());
        file(subject.id(), "CHARTER", cases.staff().with(Role.HEAD_OF_LENDING)).andExpect(status().isForbidden());
        file(subject.id(), "CHARTER", cases.staff().with(Role.APPRAISER)).andExpect(status().isForbidden());
        file(subject.id(), "CHARTER", cases.staff().with(Role.LOAN_OFFICER)).andExpect(status().isCreated());
    }

    @Test
    void scanComesFromTheOfficerOnceThereIsAContract() throws Exception {
        Subject subject = cases.approved(cases.cooperative("files-scan"), Cases.secured(100_000_000));
        Actor officer = cases.staff().with(Role.LOAN_OFFICER);
        file(subject.id(), "SIGNED_CONTRACT", officer).andExpect(status().isConflict());
        cases.complete(subject, "Task_PrepareContract", Role.LOAN_OFFICER, Map.of());
        file(subject.id(), "SIGNED_CONTRACT", officer).andExpect(status().isCreated());
    }

    @Test
    void papersOfTheAppraisalAreTheAppraisersAndNotForTheBorrower() throws Exception {
        Actor cooperative = cases.cooperative("files-visit");
        Subject subject = cases.submitted(cooperative, Cases.secured(100_000_000));
        Actor appraiser = cases.staff().named("appraiser-who-files", Role.APPRAISER, Role.DIRECTOR);
        file(subject.id(), "FIELD_VISIT", appraiser).andExpect(status().isConflict());
        cases.complete(subject, "Task_CheckCompleteness", Role.LOAN_OFFICER, Map.of("outcome", "COMPLETE"));
        file(subject.id(), "FIELD_VISIT", cases.staff().with(Role.LOAN_OFFICER)).andExpect(status().isForbidden());
        String paper = JsonPath.read(file(subject.id(), "FIELD_VISIT", appraiser).andExpect(status().isCreated())
                .andReturn().getResponse().getContentAsString(), "$.id");
        mvc.perform(get("/attachments/" + paper).with(cases.staff().signedIn(Role.CONTROLLER))).andExpect(status().isOk());
        mvc.perform(get("/attachments/" + paper).with(Staff.signedIn(cooperative))).andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/applications/" + subject.id()).with(Staff.signedIn(cooperative)))
                .andExpect(jsonPath("$.checklist[*].kind").value(not(hasItem("FIELD_VISIT"))));
        cases.complete(subject, "Task_AppraiseApplication", Role.APPRAISER, Map.of("outcome", "LEND"));
        cases.complete(subject, "Task_ReviewAppraisal", Role.HEAD_OF_LENDING, Map.of("outcome", "RETURN", "comment", "x"));
        cases.complete(subject, "Task_AppraiseApplication", Role.APPRAISER, Map.of("outcome", "LEND"));
        cases.complete(subject, "Task_ReviewAppraisal", Role.HEAD_OF_LENDING, Map.of("outcome", "SUBMIT"));
        String decision = cases.task(subject, "Task_DecideApplication").id();
        mvc.perform(post("/api/v1/tasks/" + decision + "/completion").contentType("application/json")
                .content("{\"outcome\":\"APPROVED\"}").with(Staff.signedIn(appraiser))).andExpect(status().isForbidden());
    }

    @Test
    void borrowerTakesNoPaperOutThatIsNotItsOwn() throws Exception {
        Actor cooperative = cases.cooperative("takes-out");
        Subject subject = cases.submitted(cooperative, Cases.secured(90_000_000_000L));
        cases.complete(subject, "Task_CheckCompleteness", Role.LOAN_OFFICER, Map.of("outcome", "COMPLETE"));
        String visit = JsonPath.read(file(subject.id(), "FIELD_VISIT", cases.staff().with(Role.APPRAISER))
                .andReturn().getResponse().getContentAsString(), "$.id");
        cases.complete(subject, "Task_HandleIneligible", Role.HEAD_OF_LENDING,
                Map.of("outcome", "HAND_BACK", "reason", "Giảm số tiền đề nghị"));
        String other = JsonPath.read(file(subject.id(), "OTHER", cooperative).andExpect(status().isCreated())
                .andReturn().getResponse().getContentAsString(), "$.id");
        remove(subject, visit, cooperative).andExpect(status().isForbidden());
        remove(subject, other, cooperative).andExpect(status().is3xxRedirection());
    }

    private ResultActions remove(Subject subject, String paper, Actor actor) throws Exception {
        return mvc.perform(post("/applications/" + subject.id() + "/papers/" + paper + "/removal").with(csrf())
                .with(Staff.signedIn(actor)));
    }

    private ResultActions file(long application, String kind, Actor actor) throws Exception {
        return mvc.perform(multipart("/api/v1/applications/" + application + "/attachments")
                .file(new MockMultipartFile("file", "giay-to.pdf", "application/pdf", Files.pdf()))
                .param("kind", kind).with(Staff.signedIn(actor)));
    }
}
