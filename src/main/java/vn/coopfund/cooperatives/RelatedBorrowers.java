package vn.coopfund.cooperatives;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The links that somebody has made between borrowers; {@link Borrowers#relatedGroup} follows them on. */
@Component
public class RelatedBorrowers {

    private final JdbcClient jdbc;

    RelatedBorrowers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One link, seen from one of its two ends. */
    public record Link(long borrowerId, String name, String reason) {
    }

    public List<Link> of(long borrowerId) {
        return jdbc.sql("""
                select b.id as borrower_id, b.name, r.reason from cooperatives.related_borrower r
                join cooperatives.borrower b on b.id = case when r.borrower_a = :id then r.borrower_b else r.borrower_a end
                where :id in (r.borrower_a, r.borrower_b) and r.ended_at is null order by b.name, b.id""")
                .param("id", borrowerId).query(Link.class).list();
    }
}
