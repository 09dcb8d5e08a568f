package vn.coopfund.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.coopfund.access.Door;
import vn.coopfund.access.FirstAdministrator;
import vn.coopfund.access.Role;
import vn.coopfund.cooperatives.BorrowerFixture;
import vn.coopfund.cooperatives.BorrowerKind;
import vn.coopfund.cooperatives.RegisterBorrower;

/** Without demonstration data: from the link that the first start prints to a cooperative that writes its application. */
class FromNothingModuleTests extends PeopleTest {

    private static final Pattern LINK = Pattern.compile("/set-up/[\\w-]+");

    @Autowired FirstAdministrator firstAdministrator;
    @Autowired RegisterBorrower registerBorrower;

    private Cookie setsPasswordAndSignsIn(String link, String username) throws Exception {
        web.perform(post(link).with(csrf()).param("password", PASSWORD).param("again", PASSWORD))
                .andExpect(redirectedUrl("/sign-in?ready"));
        return new Door(web).enter(username, PASSWORD);
    }

    private long add(Cookie administrator, String username, Role role, Long borrower) throws Exception {
        MockHttpServletRequestBuilder form = post("/people").cookie(administrator).with(csrf())
                .param("username", username).param("displayName", "Nguyễn Văn " + username).param("roles", role.name());
        if (borrower != null) {
            form.param("borrower", borrower.toString());
        }
        String where = web.perform(form).andExpect(redirectedUrlPattern("/people/*")).andReturn().getResponse().getRedirectedUrl();
        return Long.parseLong(where.substring("/people/".length()));
    }

    private String link(Cookie administrator, long id) throws Exception {
        String html = web.perform(post("/people/" + id + "/set-up-link").cookie(administrator).with(csrf()))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        Matcher link = LINK.matcher(html);
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private String firstLink() {
        staff.named("quantri", Role.ADMINISTRATOR);
        jdbc.sql("update access.person set password_hash = null where username = 'quantri'").update();
        return firstAdministrator.ensure().orElseThrow();
    }

    @Test
    void theFirstAdministratorBringsACooperativeToItsApplication() throws Exception {
        Cookie administrator = setsPasswordAndSignsIn(firstLink(), "quantri");
        web.perform(get("/home").cookie(administrator)).andExpect(redirectedUrl("/people"));

        String officerName = fresh("officer");
        long officer = add(administrator, officerName, Role.LOAN_OFFICER, null);
        long change = changes.waitingFor(officer).orElseThrow().id();
        Cookie other = new Door(web).enter(second.username(), PASSWORD);
        web.perform(post("/people/changes/" + change + "/confirmation").cookie(other).with(csrf()))
                .andExpect(status().is3xxRedirection());
        Cookie atWork = setsPasswordAndSignsIn(link(administrator, officer), officerName);
        web.perform(get("/cooperatives/new").cookie(atWork)).andExpect(status().isOk());
        long borrower = as(people.byUsername(officerName), () -> registerBorrower.register(BorrowerKind.COOPERATIVE,
                BorrowerFixture.cooperative("HTX " + officerName))).id();

        String delegateName = fresh("htx");
        long delegate = add(administrator, delegateName, Role.BORROWER, borrower);
        assertThat(directory.get(delegate).roles()).containsExactly(Role.BORROWER);
        Cookie cooperative = setsPasswordAndSignsIn(link(administrator, delegate), delegateName);
        web.perform(post("/applications").cookie(cooperative).with(csrf()).param("projectName", "Mở rộng vùng vải")
                .param("purpose", "Mua giống, phân bón")).andExpect(redirectedUrlPattern("/applications/*/edit/*"));
    }
}
