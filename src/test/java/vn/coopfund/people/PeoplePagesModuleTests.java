package vn.coopfund.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;

class PeoplePagesModuleTests extends PeopleTest {

    private String page(Actor actor, String path) throws Exception {
        String html = web.perform(get(path).with(Staff.signedIn(actor))).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString();
        assertThat(html).doesNotContain("??");
        return html;
    }

    @Test
    void findsPeopleWithoutToneMarks() throws Exception {
        Person person = added(Role.APPRAISER);
        assertThat(page(first, "/people?q=le thi " + person.username())).contains(person.displayName());
        assertThat(page(first, "/people?q=" + person.username() + "&role=APPRAISER")).contains("Không có người dùng nào");
        assertThat(page(first, "/people?size=1&sort=-name")).contains("rel=\"next\"");
        assertThat(page(first, "/people?state=NO_PASSWORD&q=" + person.username())).contains(person.displayName());
    }

    @Test
    void leadsFromTheFormToTheSecondPerson() throws Exception {
        String username = fresh("web");
        RequestPostProcessor administrator = Staff.signedIn(first);
        page(first, "/people/new");
        web.perform(post("/people").with(administrator).with(csrf()).param("username", "Có Dấu").param("displayName", ""))
                .andExpect(content().string(containsString("error-summary")))
                .andExpect(content().string(containsString("href=\"#roles\"")));
        String where = web.perform(post("/people").with(administrator).with(csrf()).param("username", username)
                        .param("displayName", "Hoàng Thị Mơ").param("roles", "ACCOUNTANT"))
                .andExpect(redirectedUrlPattern("/people/*")).andReturn().getResponse().getRedirectedUrl();
        long id = Long.parseLong(where.substring("/people/".length()));
        long change = changes.waitingFor(id).orElseThrow().id();
        assertThat(page(first, where)).contains("/people/changes/" + change);
        assertThat(page(first, "/people/changes/" + change)).doesNotContain("/confirmation");
        assertThat(page(second, "/people/changes/" + change)).contains("/confirmation");
        web.perform(post("/people/changes/" + change + "/confirmation").with(administrator).with(csrf()))
                .andExpect(status().isForbidden());
        web.perform(post("/people/changes/" + change + "/confirmation").with(Staff.signedIn(second)).with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(directory.get(id).roles()).containsExactly(Role.ACCOUNTANT);
        page(second, "/people/changes/" + change);
    }

    @Test
    void showsALinkOnceAndOnlyInItsAnswer() throws Exception {
        Person person = appointed(Role.CASHIER);
        web.perform(post("/people/" + person.id() + "/set-up-link").with(Staff.signedIn(first)).with(csrf()))
                .andExpect(content().string(containsString("/set-up/")));
        assertThat(page(first, "/people/" + person.id())).doesNotContain("/set-up/");
        web.perform(get("/audit").param("subject", "PERSON").param("id", "" + person.id()).with(Staff.signedIn(first)))
                .andExpect(content().string(containsString("Cấp đường dẫn đặt mật khẩu")))
                .andExpect(content().string(not(containsString("/set-up/"))));
    }

    @Test
    void disablesAndEnables() throws Exception {
        Person person = appointed(Role.CASHIER);
        for (String step : new String[] {"disabling", "enabling"}) {
            web.perform(post("/people/" + person.id() + "/" + step).with(Staff.signedIn(first)).with(csrf()))
                    .andExpect(status().is3xxRedirection());
            assertThat(directory.get(person.id()).enabled()).isEqualTo(step.equals("enabling"));
            page(first, "/people/" + person.id());
        }
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
    void isClosedToEverybodyElse(Role role) throws Exception {
        RequestPostProcessor other = staff.signedIn(role);
        for (String path : new String[] {"/people", "/people/new", "/people/" + first.id()}) {
            web.perform(get(path).with(other)).andExpect(status().isForbidden());
        }
        for (String path : new String[] {"", "/1/roles", "/1/disabling", "/1/enabling", "/1/set-up-link"}) {
            web.perform(post("/people" + path).with(other).with(csrf())).andExpect(status().isForbidden());
        }
        boolean reads = role == Role.CONTROLLER;
        for (String path : new String[] {"/audit", "/audit.csv", "/audit.xlsx"}) {
            web.perform(get(path).param("id", "0").with(other)).andExpect(reads ? status().isOk() : status().isForbidden());
        }
    }

    @Test
    void filtersAndExportsTheLog() throws Exception {
        Person person = appointed(Role.CASHIER);
        String mine = "/audit?subject=PERSON&id=" + person.id();
        String html = page(first, mine);
        assertThat(html).contains("Thêm người dùng", "Xác nhận thay đổi vai trò", "Thủ quỹ", "chờ người thứ hai",
                "href=\"/people/" + person.id() + "\"");
        assertThat(page(staff.with(Role.CONTROLLER), mine)).doesNotContain("href=\"/people/" + person.id() + "\"");
        assertThat(page(first, mine + "&what=AddPerson&person=admin-one")).contains("→ Thủ quỹ");
        assertThat(page(first, mine + "&person=nobody-at-all")).contains("Không có dòng nhật ký nào");
        assertThat(page(first, mine + "&to=2000-01-01")).contains("Không có dòng nhật ký nào");
        assertThat(page(first, mine + "&size=1")).contains("rel=\"next\"");
        String csv = web.perform(get("/audit.csv?subject=PERSON&id=" + person.id()).with(Staff.signedIn(first)))
                .andReturn().getResponse().getContentAsString();
        assertThat(csv.lines()).hasSize(3).last().asString().contains("admin-one", "Thêm người dùng");
    }
}
