package vn.coopfund.products;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.calendar.BusinessDay;

class RegulationPageModuleTests extends ModuleTest {

    private static final String PAGE = "/products/regulation";

    @Autowired
    MockMvc mvc;
    @Autowired
    RegulationDrafts drafts;
    @Autowired
    Regulations regulations;
    @Autowired
    BusinessDay businessDay;
    @Autowired
    People people;

    Staff staff;
    Actor second;

    @BeforeEach
    void prepare() {
        staff = new Staff(people);
        second = staff.named("administrator-2", Role.ADMINISTRATOR);
        drafts.clear();
    }

    @AfterEach
    void putBack() {
        drafts.putBack();
    }

    @Test
    void staffReadItAndAdministratorsMayProposeAChange() throws Exception {
        mvc.perform(get(PAGE).with(staff.signedIn(Role.CASHIER))).andExpect(status().isOk())
                .andExpect(shows("Quy chế cho vay", "Lãi suất quá hạn so với lãi suất trong hạn", "150\u00a0%",
                        "lãi trong hạn → gốc → lãi quá hạn → lãi chậm trả", "300.000.000\u00a0đ", "Bản số 1"))
                .andExpect(content().string(not(containsString(PAGE + "/new"))));
        mvc.perform(get(PAGE).with(staff.signedIn(Role.ADMINISTRATOR))).andExpect(shows(PAGE + "/new"));
    }

    @Test
    void othersMayNot() throws Exception {
        mvc.perform(get(PAGE).with(staff.signedIn(Role.BORROWER))).andExpect(status().isForbidden());
        mvc.perform(get(PAGE).with(staff.signedIn(Role.ALLIANCE_VIEWER))).andExpect(status().isForbidden());
        mvc.perform(get(PAGE + "/new").with(staff.signedIn(Role.DIRECTOR))).andExpect(status().isForbidden());
        mvc.perform(filled(PAGE, businessDay.today(), Map.of()).with(staff.signedIn(Role.DIRECTOR)))
                .andExpect(status().isForbidden());
        mvc.perform(post(PAGE + "/1/confirmation").with(csrf()).with(staff.signedIn(Role.CHIEF_ACCOUNTANT)))
                .andExpect(status().isForbidden());
    }

    @Test
    void formIsFilledWithWhatHolds() throws Exception {
        mvc.perform(get(PAGE + "/new").with(staff.signedIn(Role.ADMINISTRATOR))).andExpect(status().isOk())
                .andExpect(shows("Đề nghị thay đổi", "value=\"6,6\"", "value=\"300.000.000\"",
                        "value=\"EQUAL_INSTALMENT\" checked=\"checked\""));
    }

    @Test
    void showsTheDifferencesBeforeItIsSentAndBeforeItIsConfirmed() throws Exception {
        mvc.perform(filled(PAGE + "/preview", businessDay.today(), Map.of("rate", "7,2"))
                        .with(staff.signedIn(Role.ADMINISTRATOR))).andExpect(status().isOk())
                .andExpect(shows("Xem trước thay đổi quy chế", "6,6\u00a0%", "7,2\u00a0%", "Gửi đề nghị"));
        mvc.perform(filled(PAGE, businessDay.today(), Map.of("rate", "7,2")).with(staff.signedIn(Role.ADMINISTRATOR)))
                .andExpect(redirectedUrl(PAGE));
        mvc.perform(get(PAGE).with(staff.signedIn(Role.ADMINISTRATOR)))
                .andExpect(shows("Đề nghị đang chờ xác nhận", "7,2\u00a0%", "Chờ một quản trị viên khác"))
                .andExpect(content().string(not(containsString("/confirmation"))));
        long waiting = regulations.pending().orElseThrow().id();
        mvc.perform(get(PAGE).with(Staff.signedIn(second))).andExpect(shows("7,2\u00a0%", "/" + waiting + "/confirmation"));
        mvc.perform(post(PAGE + "/" + waiting + "/confirmation").with(csrf()).with(Staff.signedIn(second)))
                .andExpect(redirectedUrl(PAGE));
        mvc.perform(get(PAGE).with(staff.signedIn(Role.CONTROLLER)))
                .andExpect(shows("Bản số " + regulations.confirmed().size(), "7,2\u00a0%", "administrator-2"));
    }

    @Test
    void ownProposalCannotBeConfirmedByAHandMadeCall() throws Exception {
        long waiting = drafts.proposed(businessDay.today(), Map.of("noticeDays", "12")).id();
        mvc.perform(post(PAGE + "/" + waiting + "/confirmation").with(csrf()).with(staff.signedIn(Role.ADMINISTRATOR)))
                .andExpect(status().isForbidden());
    }

    @Test
    void namesEveryErrorAtItsField() throws Exception {
        mvc.perform(filled(PAGE + "/preview", businessDay.today().minusDays(1),
                        Map.of("overdueFactor", "151", "rate", "sáu")).with(staff.signedIn(Role.ADMINISTRATOR)))
                .andExpect(status().isOk())
                .andExpect(shows("error-summary", "Nhập số phần trăm, ví dụ 6,6", "href=\"#figures-rate\""));
        mvc.perform(filled(PAGE + "/preview", businessDay.today().minusDays(1), Map.of("overdueFactor", "151"))
                        .with(staff.signedIn(Role.ADMINISTRATOR)))
                .andExpect(shows("Phải từ 100 đến 150", "Ngày hiệu lực không được trước ngày làm việc"));
    }

    @Test
    void declineAsksForTheReason() throws Exception {
        long waiting = drafts.proposed(businessDay.today(), Map.of("noticeDays", "12")).id();
        mvc.perform(post(PAGE + "/" + waiting + "/decline").with(csrf()).with(Staff.signedIn(second)))
                .andExpect(status().isOk()).andExpect(shows("Ghi rõ lý do từ chối", "href=\"#reason\""));
        mvc.perform(post(PAGE + "/" + waiting + "/decline").param("reason", "Sai văn bản").with(csrf())
                .with(Staff.signedIn(second))).andExpect(redirectedUrl(PAGE));
    }

    private MockHttpServletRequestBuilder filled(String path, LocalDate from, Map<String, String> changes) {
        RegulationDraft draft = drafts.with(from, changes);
        MockHttpServletRequestBuilder request = post(path).with(csrf())
                .param("inForceFrom", draft.inForceFrom().toString()).param("paper", draft.paper());
        draft.figures().forEach((name, value) -> request.param("figures[" + name + "]",
                value == null ? new String[] {""} : value.split(name.startsWith("allocation") ? "\\|" : ",(?=[A-Z])")));
        return request;
    }

    private static ResultMatcher shows(String... words) {
        return result -> {
            for (String word : words) {
                content().string(containsString(word)).match(result);
            }
        };
    }
}
