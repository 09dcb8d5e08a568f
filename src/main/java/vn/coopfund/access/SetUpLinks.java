package vn.coopfund.access;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One-time links by which a person sets a password; only the hash of a link's token is kept. */
@Component
public class SetUpLinks {

    private static final String OPEN = """
            access.set_up_link.used_at is null
            and (access.set_up_link.expires_at is null or access.set_up_link.expires_at > clock_timestamp())""";

    private final JdbcClient jdbc;
    private final People people;
    private final SignInFailures failures;
    private final AuditLog auditLog;

    SetUpLinks(JdbcClient jdbc, People people, SignInFailures failures, AuditLog auditLog) {
        this.jdbc = jdbc;
        this.people = people;
        this.failures = failures;
        this.auditLog = auditLog;
    }

    /**
     * The path of a fresh link; the person's earlier ones end.
     *
     * @param hours how long it can be used; null for as long as it is not used
     */
    @Transactional
    public String issue(long person, Integer hours) {
        String token = Tokens.fresh();
        Actor actor = Actors.current();
        jdbc.sql("delete from access.set_up_link where person_id = ? and used_at is null").param(person).update();
        jdbc.sql("""
                insert into access.set_up_link (token_hash, person_id, issued_by, expires_at)
                values (?, ?, ?, clock_timestamp() + make_interval(hours => ?::int))""")
                .params(Tokens.hash(token), person, actor.isSystem() ? null : actor.id(), hours).update();
        return "/set-up/" + token;
    }

    /** Whose password the link may set; empty when it is unknown, used or too old. */
    @Transactional(readOnly = true)
    public Optional<Actor> personOf(String token) {
        return jdbc.sql("select person_id from access.set_up_link where token_hash = ? and " + OPEN)
                .param(Tokens.hash(token)).query(Long.class).optional().flatMap(people::find);
    }

    /** Sets the password and uses the link up; false when it was used meanwhile. The person's sessions end. */
    @Transactional
    public boolean setPassword(String token, String newPassword) {
        Optional<Actor> person = jdbc.sql("update access.set_up_link set used_at = clock_timestamp() where token_hash = ? and "
                        + OPEN + " returning person_id")
                .param(Tokens.hash(token)).query(Long.class).optional().flatMap(people::find);
        person.ifPresent(owner -> {
            people.setPassword(owner.id(), newPassword);
            failures.forget(owner.username());
            auditLog.record(owner, "SetPasswordByLink", new Subject(Subject.Type.PERSON, owner.id()), null);
        });
        return person.isPresent();
    }
}
