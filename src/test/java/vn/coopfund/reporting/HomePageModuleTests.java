package vn.coopfund.reporting;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
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
