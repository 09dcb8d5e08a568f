package vn.coopfund.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import vn.coopfund.ModuleTest;

/** One person with two requests at once. */
class SessionsModuleTests extends ModuleTest {

    @Autowired
    SessionRepository<? extends Session> sessions;

    @Test
    void bothRequestsKeepTheSameAttribute() {
        assertThat(lastOfTwo(sessions)).isEqualTo("second");
    }

    @Test
    void signingOutInAnotherWindowFailsNobody() {
        assertThat(savedAfterTheEnd(sessions)).isNull();
    }

    private static <S extends Session> S savedAfterTheEnd(SessionRepository<S> sessions) {
        S opened = sessions.createSession();
        sessions.save(opened);
        S open = sessions.findById(opened.getId());
        sessions.deleteById(opened.getId());
        open.setAttribute("notice", "late");
        sessions.save(open);
        return sessions.findById(opened.getId());
    }

    private static <S extends Session> String lastOfTwo(SessionRepository<S> sessions) {
        S opened = sessions.createSession();
        sessions.save(opened);
        S first = sessions.findById(opened.getId());
        S second = sessions.findById(opened.getId());
        first.setAttribute("notice", "first");
        second.setAttribute("notice", "second");
        sessions.save(first);
        sessions.save(second);
        return sessions.findById(opened.getId()).getAttribute("notice");
    }
}
