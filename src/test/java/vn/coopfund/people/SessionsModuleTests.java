package vn.coopfund.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.coopfund.access.Door;
import vn.coopfund.access.Role;

/** What is changed about somebody holds at once, wherever signed in. */
class SessionsModuleTests extends PeopleTest {

    @Autowired DisablePerson disablePerson;

    private Person officer() {
        Person person = appointed(Role.LOAN_OFFICER);
        people.setPassword(person.id(), PASSWORD);
        return person;
    }

    private Cookie signedIn(Person person) throws Exception {
        Cookie session = new Door(web).enter(person.username(), PASSWORD);
        web.perform(get("/me").cookie(session)).andExpect(status().isOk());
        return session;
    }

    private void isOut(Cookie session) throws Exception {
        web.perform(get("/me").cookie(session).accept("text/html")).andExpect(redirectedUrlPattern("**/sign-in"));
    }

    private int basic(Person person, String path) throws Exception {
        return web.perform(get(path).with(httpBasic(person.username(), PASSWORD))).andReturn().getResponse().getStatus();
    }

    @Test
    void disablingEndsSessionsAndCallsAtOnce() throws Exception {
        Person person = officer();
        Cookie session = signedIn(person);
        assertThat(basic(person, "/api/v1/cooperatives")).isEqualTo(200);
        as(first, () -> disablePerson.disable(person.id()));
        isOut(session);
        assertThat(basic(person, "/api/v1/cooperatives")).isEqualTo(401);
    }

    @Test
    void otherRolesHoldAtOnce() throws Exception {
        Person person = officer();
        Cookie session = signedIn(person);
        as(first, () -> proposeRoles.propose(person.id(), Set.of()));
        isOut(session);
        assertThat(basic(person, "/api/v1/cooperatives")).isEqualTo(403);
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndTheOldPassword() throws Exception {
        Person person = officer();
        Cookie elsewhere = signedIn(person);
        Cookie here = signedIn(person);
        assertThat(basic(person, "/api/v1/cooperatives")).isEqualTo(200);
        web.perform(post("/me/password").cookie(here).with(csrf()).param("old", PASSWORD)
                .param("fresh", "mùa vải năm 2026").param("again", "mùa vải năm 2026")).andExpect(redirectedUrl("/me"));
        isOut(elsewhere);
        web.perform(get("/me").cookie(here)).andExpect(status().isOk());
        assertThat(basic(person, "/api/v1/cooperatives")).isEqualTo(401);
        assertThat(jdbc.sql("select count(*) from access.audit_log where detail like '%mùa vải%'").query(Long.class).single())
                .isZero();
    }

    @Test
    void asksForTheOldPasswordAndCountsWrongOnes() throws Exception {
        Person person = officer();
        Cookie session = signedIn(person);
        for (int wrong = 1; wrong <= 5; wrong++) {
            web.perform(post("/me/password").cookie(session).with(csrf()).param("old", "wrong").param("fresh", "mùa vải 2026")
                    .param("again", "mùa vải 2026")).andExpect(content().string(containsString("Mật khẩu hiện tại không đúng")));
        }
        web.perform(post("/me/password").cookie(session).with(csrf()).param("old", PASSWORD).param("fresh", "mùa vải 2026")
                .param("again", "mùa vải 2026")).andExpect(content().string(containsString("15 phút")));
        assertThat(people.hasPassword(person.id(), PASSWORD)).isTrue();
    }

    @Test
    void saysWhyANewPasswordWillNotDo() throws Exception {
        Cookie session = signedIn(officer());
        web.perform(post("/me/password").cookie(session).with(csrf()).param("old", PASSWORD).param("fresh", "ngắn")
                .param("again", "ngắn")).andExpect(content().string(containsString("ít nhất 10 ký tự")));
        web.perform(post("/me/password").cookie(session).with(csrf()).param("old", PASSWORD).param("fresh", "mùa vải 2026")
                .param("again", "mùa vải 2027")).andExpect(content().string(containsString("hai lần")));
    }

    @Test
    void showsTheOwnSignInsToEverybody() throws Exception {
        Cookie session = signedIn(officer());
        web.perform(get("/me").cookie(session)).andExpect(content().string(containsString("192.0.2.1")));
        for (Role role : Role.values()) {
            web.perform(get("/me").with(staff.signedIn(role))).andExpect(status().isOk());
        }
    }
}
