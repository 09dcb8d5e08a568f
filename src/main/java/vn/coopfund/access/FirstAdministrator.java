package vn.coopfund.access;

import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The first person of an installation without demonstration data: an administrator with the configured password, or
 * with a one-time link to set one. There is never a default password.
 */
@Component
public class FirstAdministrator {

    private static final String USERNAME = "quantri";

    private final JdbcClient jdbc;
    private final People people;
    private final SetUpLinks links;
    private final String password;

    FirstAdministrator(JdbcClient jdbc, People people, SetUpLinks links,
            @Value("${coopfund.admin-password:}") String password) {
        this.jdbc = jdbc;
        this.people = people;
        this.links = links;
        this.password = password;
    }

    /** Makes the administrator where there is nobody yet; returns the path of the set-up link when one is needed. */
    @Transactional
    public Optional<String> ensure() {
        if (people.none()) {
            people.add(USERNAME, "Quản trị hệ thống", password.isBlank() ? null : password, Set.of(Role.ADMINISTRATOR));
        }
        return jdbc.sql("""
                select p.id from access.person p join access.person_role r on r.person_id = p.id
                where r.role = 'ADMINISTRATOR' and p.password_hash is null and p.username = ?""")
                .param(USERNAME).query(Long.class).optional().map(person -> links.issue(person, null));
    }
}
