package vn.coopfund.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
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
    private final String password;

    FirstAdministrator(JdbcClient jdbc, People people, @Value("${coopfund.admin-password:}") String password) {
        this.jdbc = jdbc;
        this.people = people;
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
                .param(USERNAME).query(Long.class).optional().map(this::freshLink);
    }

    private String freshLink(long person) {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        jdbc.sql("delete from access.set_up_link where person_id = ? and used_at is null").param(person).update();
        jdbc.sql("insert into access.set_up_link (token_hash, person_id) values (?, ?)")
                .params(hash(token), person).update();
        return "/set-up/" + token;
    }

    /** The person whose password the token may set; empty when it is unknown or used. */
    @Transactional(readOnly = true)
    public Optional<Long> personOf(String token) {
        return jdbc.sql("select person_id from access.set_up_link where token_hash = ? and used_at is null")
                .param(hash(token)).query(Long.class).optional();
    }

    /** Sets the password and uses the link up; false when the link was used meanwhile. */
    @Transactional
    public boolean setPassword(String token, String newPassword) {
        Optional<Long> person = jdbc.sql("""
                update access.set_up_link set used_at = now()
                where token_hash = ? and used_at is null returning person_id""")
                .param(hash(token)).query(Long.class).optional();
        person.ifPresent(id -> people.setPassword(id, newPassword));
        return person.isPresent();
    }

    private static String hash(String token) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
