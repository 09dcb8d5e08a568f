package vn.coopfund.risk;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.access.Role;
import vn.coopfund.servicing.RiskModuleTest;

class RiskPagesModuleTests extends RiskModuleTest {

    @Autowired
    MockMvc mvc;

    @Test
    void monthEndIsApprovedProvidedForAndPrinted() throws Exception {
        long loan = lent(false);
        closeDay(on(5, 31));
        approveThrough(on(4, 30));
        String asOf = on(5, 31).toString();
        mvc.perform(get("/risk").param("asOf", asOf).with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("500.000.000")))
                .andExpect(content().string(containsString("Theo số ngày quá hạn")));
        act("/risk/approval", asOf, Role.CHIEF_ACCOUNTANT);
        act("/risk/provisions", asOf, Role.ACCOUNTANT);
        mvc.perform(get("/risk").param("asOf", asOf).with(staff.signedIn(Role.CHIEF_ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(content().string(containsString("125.000.000")));
        act("/risk/provisions/confirmation", asOf, Role.CHIEF_ACCOUNTANT);
        mvc.perform(get("/risk/provisions").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("05/" + year)));
        for (String file : new String[] {"/risk/classification.csv", "/risk/classification.xlsx", "/risk/classification.pdf"}) {
            mvc.perform(get(file).param("asOf", asOf).with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk());
        }
        mvc.perform(get("/risk/movements").param("asOf", asOf).with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Chuyển nhóm nợ")))
                .andExpect(content().string(containsString("500.000.000")));
        mvc.perform(get("/risk/movements.csv").param("asOf", asOf).with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Nhóm đầu kỳ")));
        mvc.perform(get("/risk/movements").with(staff.signedIn(Role.CASHIER))).andExpect(status().isForbidden());
        mvc.perform(get("/risk/provisions.csv").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk());
        mvc.perform(get("/api/v1/loans/" + loan).with(staff.signedIn(Role.CONTROLLER)))
                .andExpect(jsonPath("$.debtGroup").value(3)).andExpect(jsonPath("$.officialGroup").value(3));
        mvc.perform(get("/loans/" + loan).with(staff.signedIn(Role.LOAN_OFFICER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Theo số ngày quá hạn")));
    }

    @Test
    void authorityOverridesOnItsPage() throws Exception {
        long loan = lent(false);
        closeDay(on(3, 31));
        String path = "/risk/" + on(3, 31) + "/loans/" + loan;
        mvc.perform(get(path).with(staff.signedIn(Role.DIRECTOR))).andExpect(status().isOk());
        mvc.perform(post(path).param("group", "3").with(staff.signedIn(Role.DIRECTOR))
                .with(SecurityMockMvcRequestPostProcessors.csrf())).andExpect(status().isOk())
                .andExpect(content().string(containsString("Hãy điền mục này")));
        mvc.perform(post(path).param("group", "3").param("reason", "Ngừng sản xuất").param("paper", "11/QĐ")
                .with(staff.signedIn(Role.DIRECTOR)).with(SecurityMockMvcRequestPostProcessors.csrf()))
                .andExpect(redirectedUrlPattern("/risk?asOf=*"));
        mvc.perform(get("/risk").param("asOf", on(3, 31).toString()).with(staff.signedIn(Role.CONTROLLER)))
                .andExpect(content().string(containsString("11/QĐ")));
    }

    @Test
    void writeOffsAreShownAndTheControllerOnlyReads() throws Exception {
        mvc.perform(get("/risk/write-offs").with(staff.signedIn(Role.HEAD_OF_LENDING))).andExpect(status().isOk());
        mvc.perform(get("/risk/write-offs").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk());
        mvc.perform(get("/risk/write-offs?q=khongco&pursued=false&sort=-recovered&page=1").with(staff.signedIn(Role.CONTROLLER)))
                .andExpect(status().isOk()).andExpect(content().string(containsString("Không có khoản nợ nào")))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("??"))));
        mvc.perform(get("/risk/write-offs/pursued.xlsx?q=khongco").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk());
        mvc.perform(get("/risk/write-offs/pursued.csv?sort=-recovered").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk());
        for (String path : new String[] {"/risk/approval", "/risk/provisions", "/risk/provisions/confirmation", "/risk/write-offs"}) {
            mvc.perform(post(path).with(staff.signedIn(Role.CONTROLLER)).with(SecurityMockMvcRequestPostProcessors.csrf()))
                    .andExpect(status().isForbidden());
        }
        for (Role role : new Role[] {Role.BORROWER, Role.CASHIER, Role.ALLIANCE_VIEWER, Role.ADMINISTRATOR}) {
            mvc.perform(get("/risk").with(staff.signedIn(role))).andExpect(status().isForbidden());
        }
    }

    private void act(String path, String asOf, Role role) throws Exception {
        mvc.perform(post(path).param("asOf", asOf).with(staff.signedIn(role)).with(SecurityMockMvcRequestPostProcessors.csrf()))
                .andExpect(redirectedUrlPattern("/risk?asOf=*"));
    }
}
