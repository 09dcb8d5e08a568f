package vn.coopfund.cooperatives;

import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Notes that two borrowers are related persons of each other (Decree 45/2021 art. 2.5). */
@Act
@Allowed(Role.LOAN_OFFICER)
public class LinkRelated {

    private final JdbcClient jdbc;
    private final Borrowers borrowers;

    LinkRelated(JdbcClient jdbc, Borrowers borrowers) {
        this.jdbc = jdbc;
        this.borrowers = borrowers;
    }

    /** Linking the same two again changes nothing. Returns the first of the two. */
    public BorrowerView link(long one, long other, String reason) {
        String why = Clean.text(reason);
        new Refusal.Problems()
                .addIf(one == other, "relatedId", "cooperatives.related.refused.self")
                .addIf(why == null, "reason", "cooperatives.related.refused.reason").refuseIfAny();
        borrowers.byId(other);
        Actor actor = Actors.current();
        jdbc.sql("""
                insert into cooperatives.related_borrower (id, fund_id, borrower_a, borrower_b, reason, linked_by)
                values (nextval('cooperatives.related_borrower_seq'), ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(actor.fundId(), Math.min(one, other), Math.max(one, other), why,
                        actor.isSystem() ? null : actor.id()).update();
        return borrowers.byId(one);
    }
}
