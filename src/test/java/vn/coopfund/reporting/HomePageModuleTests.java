package vn.coopfund.reporting;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.cooperatives.LinkSignIn;
import vn.coopfund.servicing.LoanModuleTest;

class HomePageModuleTests extends LoanModuleTest {

    @Autowired
    MockMvc mvc;
    @Autowired
    LinkSignIn linkSignIn;

    @Test
    void signedLoanStandsThereWithWhoActsNext() throws Exception {
        Actor director = staff.named("htx-home-" + borrower, Role.BORROWER);
        linkSignIn.link(borrower, director.username());
        long loan = signed(true);
        mvc.perform(get("/home").with(Staff.signedIn(director))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Đã ký hợp đồng, chờ giải ngân")))
                .andExpect(content().string(containsString("href=\"/loans/" + loan + "\"")))
                .andExpect(content().string(containsString("Xác nhận không có nợ xấu")));
    }

    @Test
    void thoseWhoAnswerForTheFundBeginWithOnePicture() throws Exception {
        disbursed(true);
        for (Role role : new Role[] {Role.DIRECTOR, Role.COUNCIL_CHAIR, Role.CONTROLLER, Role.ALLIANCE_VIEWER}) {
            mvc.perform(get("/home").with(staff.signedIn(role))).andExpect(redirectedUrl("/overview"));
            mvc.perform(get("/overview").with(staff.signedIn(role))).andExpect(status().isOk())
                    .andExpect(content().string(containsString("Dư nợ theo nhóm nợ")))
                    .andExpect(content().string(containsString("Thu nợ theo tháng")));
        }
        mvc.perform(get("/overview").with(staff.signedIn(Role.CASHIER))).andExpect(status().isForbidden());
    }

    @Test
    void noticesAreNarrowedAndLeaveAsAFile() throws Exception {
        Actor director = staff.named("htx-told-" + borrower, Role.BORROWER);
        linkSignIn.link(borrower, director.username());
        disbursed(true);
        mvc.perform(get("/notices?unread=true&sort=on").with(Staff.signedIn(director))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Chưa đọc")));
        mvc.perform(get("/notices/export.csv").with(Staff.signedIn(director))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Ngày,Nội dung,Trạng thái")));
    }
}
