package vn.coopfund.access;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.coopfund.database.Demonstration;
import vn.coopfund.database.StartNotice;

/** Sees to it that somebody can sign in where nothing is for demonstration, and says where the password is set. */
@Component
class FirstStart implements ApplicationRunner, StartNotice {

    private final Demonstration demonstration;
    private final FirstAdministrator firstAdministrator;
    private final Environment environment;
    private Optional<String> setUpPath = Optional.empty();

    FirstStart(Demonstration demonstration, FirstAdministrator firstAdministrator, Environment environment) {
        this.demonstration = demonstration;
        this.firstAdministrator = firstAdministrator;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!demonstration.on()) {
            setUpPath = firstAdministrator.ensure();
        }
    }

    @Override
    public List<String> lines() {
        return setUpPath.map(path -> "Set the administrator's password, once: http://localhost:"
                + environment.getProperty("local.server.port") + environment.getProperty("server.servlet.context-path", "")
                + path).stream().toList();
    }
}
