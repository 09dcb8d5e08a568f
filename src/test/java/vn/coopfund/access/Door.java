package vn.coopfund.access;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The real doors for tests: name and password in, a session's cookie out. */
public final class Door {

    public static final String COOKIE = "SESSION";

    private final MockMvc web;

    public Door(MockMvc web) {
        this.web = web;
    }

    public MockHttpServletResponse knock(String username, String password, String source) throws Exception {
        return web.perform(post("/sign-in").with(csrf()).with(from(source)).param("username", username)
                .param("password", password)).andReturn().getResponse();
    }

    public Cookie enter(String username, String password) throws Exception {
        MockHttpServletResponse answer = knock(username, password, "192.0.2.1");
        if (!"/home".equals(answer.getRedirectedUrl())) {
            throw new AssertionError(username + " was sent to " + answer.getRedirectedUrl());
        }
        return answer.getCookie(COOKIE);
    }

    public static RequestPostProcessor from(String source) {
        return request -> {
            request.setRemoteAddr(source);
            return request;
        };
    }
}
