package vn.coopfund.origination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.Files;

class ApplicationPagesModuleTests extends ModuleTest {

    @Autowired Cases cases;
    @Autowired Applications applications;
    @Autowired MockMvc web;

    private String page(Actor actor, String path) throws Exception {
        String html = web.perform(get(path).with(Staff.signedIn(actor))).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString();
        assertThat(html).doesNotContain("??");
        return html;
    }

    @Test
    void showsEachTaskOnItsOwnPageAllTheWayToTheSignature() throws Exception {
        Actor cooperative = cases.cooperative("pages");
        Subject subject = cases.submitted(cooperative, Cases.secured(150_000_000));
        complete(subject, "Task_CheckCompleteness", Role.LOAN_OFFICER, "COMPLETE");
        complete(subject, "Task_AppraiseApplication", Role.APPRAISER, "LEND");
        complete(subject, "Task_ReviewAppraisal", Role.HEAD_OF_LENDING, "SUBMIT");
        complete(subject, "Task_DecideApplication", Role.DIRECTOR, "APPROVED");
        complete(subject, "Task_PrepareContract", Role.LOAN_OFFICER, null);
        web.perform(get("/applications/" + subject.id() + "/contract.pdf").with(Staff.signedIn(cooperative)))
                .andExpect(status().isOk());
        complete(subject, "Task_SignContract", Role.DIRECTOR, "PAPER");

        assertThat(page(cooperative, "/applications/" + subject.id())).contains("Hợp đồng tín dụng số");
        assertThat(page(cases.staff().with(Role.CONTROLLER), "/applications")).contains("Nhà sơ chế vải thiều");
    }

    /** Looks at the page of the task, then sends its form as it was shown, with the one choice made. */
    private void complete(Subject subject, String taskKey, Role role, String choice) throws Exception {
        Actor actor = cases.staff().with(role);
        String id = cases.task(subject, taskKey).id();
        assertThat(page(actor, "/inbox")).contains(id);
        String html = page(actor, "/tasks/" + id);
        var form = post("/tasks/" + id).with(Staff.signedIn(actor)).with(csrf());
        java.util.regex.Matcher field = java.util.regex.Pattern
                .compile("<input[^>]*type=\"(?:text|date)\"[^>]*>").matcher(html);
        while (field.find()) {
            String name = attribute(field.group(), "name");
            if (name != null && name.startsWith("values[")) {
                form.param(name, attribute(field.group(), "value"));
            }
        }
        form.param("values[badDebt]", "NONE");
        String choiceField = taskKey.equals("Task_SignContract") ? "values[evidence]" : "values[outcome]";
        if (choice != null) {
            form.param(choiceField, choice);
        }
        web.perform(form).andExpect(status().is3xxRedirection()).andExpect(redirectedUrlPattern("/applications/*"));
    }

    private static String attribute(String tag, String name) {
        var found = java.util.regex.Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1) : null;
    }

    @Test
    void leadsThroughTheStepsAndSavesEach() throws Exception {
        Actor cooperative = cases.cooperative("steps");
        page(cooperative, "/applications/new");
        String where = web.perform(post("/applications").with(Staff.signedIn(cooperative)).with(csrf())
                        .param("projectName", "Mở rộng vùng vải").param("purpose", "Mua giống, phân bón"))
                .andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        String base = where.substring(0, where.indexOf("/edit/"));
        for (int step = 1; step <= 6; step++) {
            page(cooperative, base + "/edit/" + step);
        }
        web.perform(post(base + "/edit/2").with(Staff.signedIn(cooperative)).with(csrf())
                        .param("totalCost", "500.000.000").param("ownCapital", "150.000.000")
                        .param("amount", "350.000.000").param("termMonths", "24"))
                .andExpect(status().is3xxRedirection());
        assertThat(page(cooperative, base + "/edit/6")).contains("350.000.000");
        web.perform(post(base + "/edit/2").with(Staff.signedIn(cooperative)).with(csrf()).param("amount", "1,5 tỷ"))
                .andExpect(status().isOk()).andExpect(content().string(containsString("error-summary")));
    }

    @Test
    void saysWhyAFileIsNotTakenAndKeepsThePage() throws Exception {
        Actor cooperative = cases.cooperative("bad-file");
        long id = cases.drafted(cooperative, Cases.secured(100_000_000)).id();
        web.perform(multipart("/applications/" + id + "/papers")
                        .file(new MockMultipartFile("file", "ke-hoach.pdf", "application/pdf", Files.executable()))
                        .param("kind", "BUSINESS_PLAN").with(Staff.signedIn(cooperative)).with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void hidesEveryPageOfAnotherCooperative() throws Exception {
        Subject subject = cases.submitted(cases.cooperative("hidden"), Cases.secured(100_000_000));
        Actor other = cases.cooperative("curious");
        for (String path : new String[] {"", "/edit/1", "/contract.pdf"}) {
            web.perform(get("/applications/" + subject.id() + path).with(Staff.signedIn(other))).andExpect(status().isNotFound());
        }
        web.perform(post("/applications/" + subject.id() + "/withdrawal").with(Staff.signedIn(other)).with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void refusesEveryPageToRolesThatMayNot() throws Exception {
        for (Role role : new Role[] {Role.ALLIANCE_VIEWER, Role.ADMINISTRATOR}) {
            web.perform(get("/applications").with(cases.staff().signedIn(role))).andExpect(status().isForbidden());
        }
        web.perform(get("/applications/new").with(cases.staff().signedIn(Role.DIRECTOR))).andExpect(status().isForbidden());
    }
}
