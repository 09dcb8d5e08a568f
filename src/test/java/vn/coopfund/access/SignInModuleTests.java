package vn.coopfund.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.ModuleTest;

/** Who knocks how often, and what is written down about it. */
class SignInModuleTests extends ModuleTest {

    private static final String PASSWORD = "vải thiều chín đỏ";
    private static final String FAILED = "/sign-in?failed";
    private static final String LOCKED = "/sign-in?locked";

    @Autowired MockMvc web;
    @Autowired People people;
    @Autowired SignInFailures failures;
    @Autowired JdbcClient jdbc;

    Door door;
    String username;
    long id;
    String source;

    @BeforeEach
    void somebodyIsKnown() {
        door = new Door(web);
        username = "door-" + UUID.randomUUID().toString().substring(0, 8);
        id = people.add(username, "Nguyễn Thị Cửa", PASSWORD, Set.of(Role.LOAN_OFFICER));
        source = "source-" + username;
    }

    private String knock(String name, String password) throws Exception {
        return door.knock(name, password, source).getRedirectedUrl();
    }

    private List<String> log() {
        return jdbc.sql("select what || coalesce(' ' || detail, '') from access.audit_log where source = ? order by id")
                .param(source).query(String.class).list();
    }

    @Test
    void writesDownSignInFailureAndSignOut() throws Exception {
        knock(username, "not this one");
        Cookie session = door.knock(username, PASSWORD, source).getCookie(Door.COOKIE);
        web.perform(post("/sign-out").cookie(session).with(csrf()).with(Door.from(source)));
        assertThat(log()).containsExactly("SignInFailed WRONG_PASSWORD", "SignedIn", "SignedOut");
    }

    @Test
    void neverKeepsWhatWasTypedIntoTheWrongField() throws Exception {
        knock("mật khẩu của tôi là vải thiều", "");
        assertThat(jdbc.sql("select username from access.audit_log where source = ?").param(source)
                .query(String.class).single()).isEqualTo("mật…");
        assertThat(jdbc.sql("select count(*) from access.sign_in_failure where name_hash like '%vải%'")
                .query(Long.class).single()).isZero();
    }

    @Test
    void locksAfterFiveInARowEvenForTheRightPassword() throws Exception {
        for (int wrong = 1; wrong < 5; wrong++) {
            assertThat(knock(username, "wrong " + wrong)).isEqualTo(FAILED);
        }
        assertThat(knock(username, "wrong 5")).isEqualTo(LOCKED);
        assertThat(knock(username, PASSWORD)).isEqualTo(LOCKED);
        assertThat(log()).hasSize(5).last().isEqualTo("SignInFailed WRONG_PASSWORD · LOCKED");
    }

    @Test
    void saysTheSameWhetherTheNameExistsOrNot() throws Exception {
        String nobody = "nobody-" + UUID.randomUUID();
        for (int wrong = 1; wrong <= 6; wrong++) {
            String said = wrong < 5 ? FAILED : LOCKED;
            assertThat(knock(nobody, "wrong " + wrong)).isEqualTo(said);
            assertThat(knock(username, "wrong " + wrong)).isEqualTo(said);
        }
        web.perform(get("/sign-in").param("locked", "")).andExpect(content().string(containsString("15 phút")));
    }

    @Test
    void locksOneSourceAndLeavesTheOthers() throws Exception {
        for (int wrong = 1; wrong <= 5; wrong++) {
            knock(username, "wrong");
        }
        assertThat(door.knock(username, PASSWORD, "elsewhere").getRedirectedUrl()).isEqualTo("/home");
    }

    @Test
    void locksANameThatIsTriedFromEverywhere() {
        for (int wrong = 1; wrong < SignInFailures.MOST_ANYWHERE; wrong++) {
            assertThat(failures.failed(username, "bot " + wrong)).isFalse();
        }
        assertThat(failures.failed(username, "bot")).isTrue();
        assertThat(failures.locked(username, "yet another")).isTrue();
    }

    @Test
    void opensAgainAfterFifteenMinutes() throws Exception {
        for (int wrong = 1; wrong <= 5; wrong++) {
            knock(username, "wrong");
        }
        assertThat(jdbc.sql("""
                update access.sign_in_failure set locked_until = locked_until - interval '15 minutes'
                where source = ? and locked_until between clock_timestamp() + interval '14 minutes'
                    and clock_timestamp() + interval '15 minutes'""").param(source).update()).isEqualTo(1);
        assertThat(knock(username, "wrong")).isEqualTo(FAILED);
        assertThat(knock(username, PASSWORD)).isEqualTo("/home");
    }

    @Test
    void aRightPasswordEndsTheRow() throws Exception {
        for (int round = 1; round <= 3; round++) {
            for (int wrong = 1; wrong <= 4; wrong++) {
                assertThat(knock(username, "wrong")).isEqualTo(FAILED);
            }
            assertThat(knock(username, PASSWORD)).isEqualTo("/home");
        }
    }

    @Test
    void countsProgramsToo() throws Exception {
        for (int wrong = 1; wrong < 5; wrong++) {
            web.perform(get("/api/v1/loans").with(Door.from(source)).with(httpBasic(username, "wrong")))
                    .andExpect(status().isUnauthorized());
        }
        web.perform(get("/api/v1/loans").with(Door.from(source)).with(httpBasic(username, "wrong")))
                .andExpect(status().isTooManyRequests()).andExpect(content().string(containsString("15 phút")));
        web.perform(get("/api/v1/loans").with(Door.from(source)).with(httpBasic(username, PASSWORD)))
                .andExpect(status().isTooManyRequests());
        assertThat(knock(username, PASSWORD)).isEqualTo(LOCKED);
    }

    @Test
    void writesDownAProgramOnceAnHour() throws Exception {
        for (int call = 0; call < 3; call++) {
            web.perform(get("/api/v1/loans").with(Door.from(source)).with(httpBasic(username, PASSWORD)))
                    .andExpect(status().isOk());
        }
        assertThat(log()).containsExactly("SignedInByProgram");
    }

    @Test
    void aDisabledPersonIsAnsweredLikeAWrongPassword() throws Exception {
        people.setEnabled(id, false);
        assertThat(knock(username, PASSWORD)).isEqualTo(FAILED);
        web.perform(get("/api/v1/loans").with(Door.from(source)).with(httpBasic(username, PASSWORD)))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void survivesNamesAndPasswordsThatNobodyTypes() throws Exception {
        assertThat(knock("a\0b", "x")).isEqualTo(FAILED);
        assertThat(knock(username, "x".repeat(500))).isEqualTo(FAILED);
        assertThat(knock("", "")).isEqualTo(FAILED);
    }
}
