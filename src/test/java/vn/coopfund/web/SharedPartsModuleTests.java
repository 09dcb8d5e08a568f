package vn.coopfund.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;

class SharedPartsModuleTests extends ModuleTest {

    @Autowired
    MockMvc mvc;
    @Autowired
    People people;
    UserDetails officer;

    @BeforeEach
    void officerSignsIn() {
        String name = "specimen-officer";
        if (people.withRole(Role.LOAN_OFFICER).stream().noneMatch(person -> person.username().equals(name))) {
            people.add(name, "Nguyễn Thị Hoa", "not used here", Set.of(Role.LOAN_OFFICER));
        }
        officer = people.loadUserByUsername(name);
    }

    @Test
    void showsEverySharedPart() throws Exception {
        mvc.perform(get("/specimen").with(user(officer))).andExpect(status().isOk())
                .andExpect(content().string(containsString("<title>Trang mẫu – Quỹ")))
                .andExpect(content().string(containsString("value=\"350.000.000\"")))
                .andExpect(content().string(containsString("aria-describedby=\"name-hint\"")))
                .andExpect(content().string(containsString("aria-sort=\"descending\"")))
                .andExpect(content().string(containsString("name=\"_once\"")))
                .andExpect(content().string(not(containsString("??"))))
                .andDo(result -> java.nio.file.Files.writeString(java.nio.file.Path.of("target/specimen.html"),
                        result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void writesTheFiguresOfARefusalAsPeopleDo() throws Exception {
        mvc.perform(post("/specimen").with(user(officer)).with(csrf()).param("amount", "4.000.000.000"))
                .andExpect(content().string(containsString("Số tiền vay không vượt quá 3.000.000.000\u00a0đ (15%")));
    }

    @Test
    void saysAtTheFieldAndAboveWhatToDo() throws Exception {
        mvc.perform(post("/specimen").with(user(officer)).with(csrf()).param("amount", "12,5").param("day", "31/02/2026"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<title>Lỗi: Trang mẫu – Quỹ")))
                .andExpect(content().string(containsString("<a href=\"#amount\">Nhập số tiền bằng đồng")))
                .andExpect(content().string(containsString("value=\"12,5\"")))
                .andExpect(content().string(containsString("id=\"day-error\"")))
                .andExpect(content().string(containsString("<a href=\"#day\">Nhập ngày có thật")));
    }
}
