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

import java.util.LinkedHashMap;
import java.util.Map;
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
        assertThat(page(actor, "/inbox?q=pages")).contains(id);
        String html = page(actor, "/tasks/" + id);
        Map<String, String> sent = new LinkedHashMap<>();
        java.util.regex.Matcher field = java.util.regex.Pattern
                .compile("<input[^>]*type=\"(?:text|date|radio)\"[^>]*>").matcher(html);
        while (field.find()) {
            String name = attribute(field.group(), "name");
            boolean unchosen = field.group().contains("type=\"radio\"") && !field.group().contains("checked");
            if (name != null && name.startsWith("values[") && !unchosen) {
                sent.put(name, attribute(field.group(), "value"));
            }
        }
        if (choice != null) {
            sent.put(taskKey.equals("Task_SignContract") ? "values[evidence]" : "values[outcome]", choice);
        }
        if (taskKey.equals("Task_AppraiseApplication")) {
            sent.put("values[badDebt]", "NONE");
        }
        var form = post("/tasks/" + id).with(Staff.signedIn(actor)).with(csrf());
        sent.forEach(form::param);
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
    void keepsNoDraftWithoutAName() throws Exception {
        Actor cooperative = cases.cooperative("nameless");
        web.perform(post("/applications").with(Staff.signedIn(cooperative)).with(csrf()).param("purpose", "Mua giống"))
                .andExpect(status().isOk()).andExpect(content().string(containsString("Điền tên dự án")));
        assertThat(page(cooperative, "/applications")).contains("Chưa có hồ sơ nào");
    }

    @Test
    void draftIsThrownAwayByItsOwnerOnly() throws Exception {
        Actor cooperative = cases.cooperative("thrown-away");
        long id = cases.drafted(cooperative, Cases.secured(100_000_000)).id();
        web.perform(post("/applications/" + id + "/discard").with(Staff.signedIn(cases.cooperative("stranger"))).with(csrf()))
                .andExpect(status().isNotFound());
        web.perform(post("/applications/" + id + "/discard").with(cases.staff().signedIn(Role.LOAN_OFFICER)).with(csrf()))
                .andExpect(status().isForbidden());
        web.perform(post("/applications/" + id + "/discard").with(Staff.signedIn(cooperative)).with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(page(cooperative, "/applications")).contains("Chưa có hồ sơ nào");
    }

    @Test
    void submittedFileIsNotThrownAway() throws Exception {
        Actor cooperative = cases.cooperative("submitted-stays");
        Subject subject = cases.submitted(cooperative, Cases.secured(100_000_000));
        web.perform(post("/applications/" + subject.id() + "/discard").with(Staff.signedIn(cooperative)).with(csrf()))
                .andExpect(status().isConflict());
    }

    @Test
    void tickedPapersAreAskedForAndMarked() throws Exception {
        Actor cooperative = cases.cooperative("ticked");
        Subject subject = cases.submitted(cooperative, Cases.secured(100_000_000));
        Actor officer = cases.staff().with(Role.LOAN_OFFICER);
        String task = "/tasks/" + cases.task(subject, "Task_CheckCompleteness").id();
        assertThat(page(officer, task)).contains("name=\"ticked[missing]\"").contains("Ghi kết quả kiểm tra");
        web.perform(post(task).with(Staff.signedIn(officer)).with(csrf()).param("values[outcome]", "INCOMPLETE")
                        .param("ticked[missing]", "Điều lệ", "Giấy tờ khác").param("values[missing]", "Báo giá máy sấy"))
                .andExpect(status().is3xxRedirection());
        assertThat(applications.byId(subject.id()).missingPapers()).isEqualTo("Điều lệ; Giấy tờ khác; Báo giá máy sấy");
        assertThat(page(cooperative, "/applications/" + subject.id() + "/edit/5"))
                .contains("<li>Điều lệ</li>", "<li>Báo giá máy sấy</li>", "Quỹ yêu cầu</span>");
    }

    @Test
    void missingPapersLeadToTheUpload() throws Exception {
        Actor cooperative = cases.cooperative("bare");
        String where = web.perform(post("/applications").with(Staff.signedIn(cooperative)).with(csrf())
                .param("projectName", "Kho lạnh")).andReturn().getResponse().getRedirectedUrl();
        String base = where.substring(0, where.indexOf("/edit/"));
        web.perform(post(base + "/submission").with(Staff.signedIn(cooperative)).with(csrf())).andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"" + base + "/edit/5#kind\"")))
                .andExpect(content().string(containsString("href=\"" + base + "/edit/1#purpose\"")));
    }

    @Test
    void inboxIsNarrowedAndLeavesAsAFile() throws Exception {
        Subject subject = cases.submitted(cases.cooperative("inbox-file"), Cases.secured(100_000_000));
        Actor officer = cases.staff().with(Role.LOAN_OFFICER);
        String id = cases.task(subject, "Task_CheckCompleteness").id();
        assertThat(page(officer, "/inbox?kind=Task_CheckCompleteness&size=1000&sort=-since")).contains(id);
        assertThat(page(officer, "/inbox?kind=Task_SignContract&size=1000")).doesNotContain(id);
        assertThat(page(officer, "/inbox?late=true&size=1000")).doesNotContain(id);
        assertThat(page(officer, "/inbox/export.csv?kind=Task_CheckCompleteness")).contains("Công việc,Hồ sơ,Đến ngày,Hạn xử lý")
                .contains("Kiểm tra đầy đủ hồ sơ");
        assertThat(page(officer, "/applications/export.csv?q=vai")).contains("Số biên nhận,Khách hàng").contains("Đã tiếp nhận");
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
