package vn.coopfund.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.calendar.BusinessDay;

class FundingPagesModuleTests extends ModuleTest {

    @Autowired
    MockMvc mvc;
    @Autowired
    Contributions contributions;
    @Autowired
    BusinessDay businessDay;
    @Autowired
    People people;

    Staff staff;

    @BeforeEach
    void prepare() {
        staff = new Staff(people);
    }

    @Test
    void showsBothCapitalsUnderTheirOwnNames() throws Exception {
        mvc.perform(get("/funding/capital").with(staff.signedIn(Role.COUNCIL_CHAIR))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Vốn điều lệ thực có")))
                .andExpect(content().string(not(containsString("/funding/contributions/new"))));
    }

    @Test
    void contributionGoesFromHandToHand() throws Exception {
        String file = mvc.perform(proposal(businessDay.today(), "1.500.000").with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        mvc.perform(get(file).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Sẽ ghi sổ")))
                .andExpect(content().string(containsString("4111 – Vốn góp của chủ sở hữu")))
                .andExpect(content().string(not(containsString("Xác nhận và ghi sổ"))));
        mvc.perform(get(file).with(staff.signedIn(Role.CHIEF_ACCOUNTANT)))
                .andExpect(content().string(containsString("Xác nhận và ghi sổ")));
        mvc.perform(post(file + "/decline").with(csrf()).with(staff.signedIn(Role.CHIEF_ACCOUNTANT)))
                .andExpect(status().isOk()).andExpect(content().string(containsString("Nhập lý do từ chối")));
        mvc.perform(post(file + "/confirmation").with(csrf()).with(staff.signedIn(Role.CHIEF_ACCOUNTANT)))
                .andExpect(status().is3xxRedirection());
        assertThat(contributions.get(Long.parseLong(file.substring(file.lastIndexOf('/') + 1))).state())
                .isEqualTo(Contribution.State.CONFIRMED);
    }

    @Test
    void whoProposedIsNotAskedToConfirm() throws Exception {
        Actor both = staff.with(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT);
        String file = mvc.perform(proposal(businessDay.today(), "1.500.000").with(Staff.signedIn(both)))
                .andReturn().getResponse().getRedirectedUrl();
        mvc.perform(get(file).with(Staff.signedIn(both))).andExpect(content().string(not(containsString("Xác nhận và ghi sổ"))));
        mvc.perform(post(file + "/confirmation").with(csrf()).with(Staff.signedIn(both))).andExpect(status().isForbidden());
    }

    @Test
    void wrongInputComesBackWithItsReasons() throws Exception {
        mvc.perform(proposal(businessDay.today().plusDays(1), "một tỷ").with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().isOk()).andExpect(content().string(containsString("Lỗi:")))
                .andExpect(content().string(containsString("Nhập số tiền bằng đồng")));
        mvc.perform(proposal(businessDay.today().plusDays(1), "1.000").with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().isOk()).andExpect(content().string(containsString("Ngày giá trị không được sau")));
    }

    @Test
    void contributionsAreNarrowedAndLeaveAsAFile() throws Exception {
        mvc.perform(proposal(businessDay.today(), "1.500.000").with(staff.signedIn(Role.ACCOUNTANT)));
        mvc.perform(get("/funding/contributions/export.csv?state=PENDING&sort=-amount").with(staff.signedIn(Role.CONTROLLER)))
                .andExpect(status().isOk()).andExpect(content().string(containsString("Chờ xác nhận")))
                .andExpect(content().string(not(containsString("Đã ghi sổ"))));
        mvc.perform(get("/funding/contributions/export.csv").with(staff.signedIn(Role.CASHIER))).andExpect(status().isForbidden());
    }

    @Test
    void onlyTheAccountantGetsTheForm() throws Exception {
        mvc.perform(get("/funding/contributions/new").with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk());
        mvc.perform(get("/funding/contributions/new").with(staff.signedIn(Role.CHIEF_ACCOUNTANT))).andExpect(status().isForbidden());
    }

    private static MockHttpServletRequestBuilder proposal(LocalDate day, String amount) {
        return post("/funding/contributions").with(csrf()).param("source", "PROVINCIAL_BUDGET").param("amount", amount)
                .param("valueDate", day.toString()).param("decision", "QĐ 12/QĐ-UBND ngày 05/01/2026");
    }
}
