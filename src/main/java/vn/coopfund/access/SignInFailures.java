package vn.coopfund.access;

import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts wrong passwords in a row. After {@value #MOST} for one name from one source, or {@value #MOST_ANYWHERE} for one
 * name from anywhere, nothing is asked about that name for fifteen minutes. It makes no difference whether anybody has
 * the name, and only its hash is kept, since people type passwords into the wrong field. Kept in the database, so that
 * every node counts together.
 */
@Component
public class SignInFailures {

    static final int MOST = 5;
    static final int MOST_ANYWHERE = 50;
    private static final String ANYWHERE = "*";

    private final JdbcClient jdbc;

    SignInFailures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How a name stands: whether it is locked for this source; empty where nothing failed since the last success. */
    Optional<Boolean> standing(String username, String source) {
        return jdbc.sql("""
                select bool_or(locked_until > clock_timestamp()) is true from access.sign_in_failure
                where name_hash = ? and source in (?, ?) having count(*) > 0""")
                .params(key(username), source, ANYWHERE).query(Boolean.class).optional();
    }

    public boolean locked(String username, String source) {
        return standing(username, source).orElse(false);
    }

    /** Counts one, in a transaction of its own; true when the name is locked now. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean failed(String username, String source) {
        jdbc.sql("delete from access.sign_in_failure where last_at < clock_timestamp() - interval '1 day'").update();
        boolean everywhere = count(username, ANYWHERE, MOST_ANYWHERE);
        return count(username, source, MOST) || everywhere;
    }

    private boolean count(String username, String source, int most) {
        return jdbc.sql("""
                insert into access.sign_in_failure as f (name_hash, source, failures) values (:name, :source, 1)
                on conflict (name_hash, source) do update set last_at = clock_timestamp(),
                    failures = case when f.locked_until <= clock_timestamp() then 1 else f.failures + 1 end,
                    locked_until = case when f.locked_until > clock_timestamp() then f.locked_until
                        when f.locked_until is null and f.failures + 1 >= :most
                        then clock_timestamp() + interval '15 minutes' end
                returning locked_until is not null""")
                .param("name", key(username)).param("source", source).param("most", most)
                .query(Boolean.class).single();
    }

    /** A right password ends the row. */
    @Transactional
    public void forget(String username, String source) {
        jdbc.sql("delete from access.sign_in_failure where name_hash = ? and source in (?, ?)")
                .params(key(username), source, ANYWHERE).update();
    }

    /** A new password opens the name again everywhere. */
    @Transactional
    public void forget(String username) {
        jdbc.sql("delete from access.sign_in_failure where name_hash = ?").param(key(username)).update();
    }

    private static String key(String username) {
        return Tokens.hash(username.strip().toLowerCase(Locale.ROOT));
    }
}
