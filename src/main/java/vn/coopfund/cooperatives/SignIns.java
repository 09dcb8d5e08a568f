package vn.coopfund.cooperatives;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;

/** Which sign-in belongs to which borrower. */
@Component
public class SignIns {

    private final JdbcClient jdbc;

    SignIns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The borrower for whom this person signs in. */
    public Optional<Long> borrowerOf(Actor actor) {
        return jdbc.sql("select borrower_id from cooperatives.borrower_sign_in where person_id = ? and ended_at is null")
                .param(actor.id()).query(Long.class).optional();
    }

    /** One link as the administrator sees it. */
    public record Link(long personId, Instant linkedAt) {
    }

    public List<Link> of(long borrowerId) {
        return jdbc.sql("""
                select person_id, linked_at from cooperatives.borrower_sign_in
                where borrower_id = ? and ended_at is null order by linked_at, id""").param(borrowerId)
                .query((row, number) -> new Link(row.getLong(1), row.getTimestamp(2).toInstant())).list();
    }
}
