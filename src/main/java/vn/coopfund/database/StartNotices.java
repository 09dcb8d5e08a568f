package vn.coopfund.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The last words of a start: where the program is, and what the rooms have to tell. Start-up work of a room is an
 * {@link org.springframework.boot.ApplicationRunner}; all of it is done by now, and health answers UP only from now on.
 */
@Component
class StartNotices {

    private static final Logger log = LoggerFactory.getLogger(StartNotices.class);

    private final Environment environment;
    private final ObjectProvider<StartNotice> notices;

    StartNotices(Environment environment, ObjectProvider<StartNotice> notices) {
        this.environment = environment;
        this.notices = notices;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        String port = environment.getProperty("local.server.port");
        if (port != null) {
            log.info("Open http://localhost:{}{}", port, environment.getProperty("server.servlet.context-path", "/"));
        }
        notices.orderedStream().flatMap(notice -> notice.lines().stream()).forEach(log::info);
    }
}
