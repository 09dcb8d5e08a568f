package vn.coopfund.cooperatives;

import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;

/** Ends that a sign-in stands for a borrower; that it did is kept. */
@Act
@Allowed(Role.ADMINISTRATOR)
public class UnlinkSignIn {

    private final JdbcClient jdbc;
    private final Borrowers borrowers;
    private final People people;

    UnlinkSignIn(JdbcClient jdbc, Borrowers borrowers, People people) {
        this.jdbc = jdbc;
        this.borrowers = borrowers;
        this.people = people;
    }

    public BorrowerView unlink(long borrowerId, long personId) {
        Actor actor = Actors.current();
        BorrowerView borrower = borrowers.byId(borrowerId);
        people.find(personId).map(Actor::username).ifPresent(AuditDetail::note);
        jdbc.sql("""
                update cooperatives.borrower_sign_in set ended_at = now(), ended_by = ?
                where borrower_id = ? and person_id = ? and ended_at is null""")
                .params(actor.isSystem() ? null : actor.id(), borrowerId, personId).update();
        return borrower;
    }
}
