package vn.coopfund.cooperatives;

import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;

/** Ends a link between two borrowers; that it stood is kept. */
@Act
@Allowed(Role.LOAN_OFFICER)
public class UnlinkRelated {

    private final JdbcClient jdbc;
    private final Borrowers borrowers;

    UnlinkRelated(JdbcClient jdbc, Borrowers borrowers) {
        this.jdbc = jdbc;
        this.borrowers = borrowers;
    }

    /** Returns the first of the two. */
    public BorrowerView unlink(long one, long other) {
        Actor actor = Actors.current();
        jdbc.sql("""
                update cooperatives.related_borrower set ended_at = now(), ended_by = ?
                where borrower_a = ? and borrower_b = ? and fund_id = ? and ended_at is null""")
                .params(actor.isSystem() ? null : actor.id(), Math.min(one, other), Math.max(one, other), actor.fundId())
                .update();
        return borrowers.byId(one);
    }
}
