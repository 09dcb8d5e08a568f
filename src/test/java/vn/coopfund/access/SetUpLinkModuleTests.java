package vn.coopfund.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.ModuleTest;

class SetUpLinkModuleTests extends ModuleTest {

    private static final String PASSWORD = "sầu riêng tháng bảy";

    @Autowired MockMvc web;
    @Autowired People people;
    @Autowired SetUpLinks links;
    @Autowired SignInFailures failures;
    @Autowired JdbcClient jdbc;

    String username;
    long id;

    @BeforeEach
    void somebodyWithoutPassword() {
        username = "link-" + UUID.randomUUID().toString().substring(0, 8);
        id = people.add(username, "Trần Văn Liên", null, Set.of(Role.APPRAISER));
    }

    private void set(String path, String password, String again, String then) throws Exception {
        web.perform(post(path).with(csrf()).param("password", password).param("again", again))
                .andExpect(then == null ? content().string(containsString("error-summary")) : redirectedUrl(then));
    }

    @Test
    void setsThePasswordOnce() throws Exception {
        String path = links.issue(id, 72);
        web.perform(get(path)).andExpect(content().string(containsString(username)));
        set(path, PASSWORD, PASSWORD, "/sign-in?ready");
        assertThat(people.hasPassword(id, PASSWORD)).isTrue();
        web.perform(post(path).with(csrf()).param("password", "another long one").param("again", "another long one"))
                .andExpect(content().string(containsString("đã được dùng")));
        assertThat(people.hasPassword(id, PASSWORD)).isTrue();
    }

    @Test
    void saysWhyAPasswordWillNotDo() throws Exception {
        String path = links.issue(id, 72);
        set(path, "short", "short", null);
        set(path, PASSWORD, PASSWORD + "!", null);
        set(path, "ế".repeat(60), "ế".repeat(60), null);
    }

    @Test
    void endsAnEarlierLinkAndAnOldOne() throws Exception {
        String earlier = links.issue(id, 72);
        String later = links.issue(id, 72);
        web.perform(get(earlier)).andExpect(content().string(containsString("đã được dùng")));
        jdbc.sql("update access.set_up_link set expires_at = clock_timestamp() where person_id = ?").param(id).update();
        web.perform(get(later)).andExpect(content().string(containsString("hết hạn")));
        assertThat(links.setPassword(later.substring("/set-up/".length()), PASSWORD)).isFalse();
    }

    @Test
    void opensALockedNameAgain() throws Exception {
        for (int wrong = 1; wrong <= 5; wrong++) {
            failures.failed(username, "192.0.2.1");
        }
        set(links.issue(id, 72), PASSWORD, PASSWORD, "/sign-in?ready");
        assertThat(new Door(web).enter(username, PASSWORD)).isNotNull();
    }

    @Test
    void aDisabledPersonsLinkOpensNothing() throws Exception {
        String path = links.issue(id, 72);
        people.setEnabled(id, false);
        web.perform(get(path)).andExpect(content().string(containsString("hết hạn")));
    }
}
