package vn.coopfund.cooperatives;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Says for which borrower a sign-in stands. */
@Act
@Allowed(Role.ADMINISTRATOR)
public class LinkSignIn {

    private final JdbcClient jdbc;
    private final Borrowers borrowers;
    private final SignIns signIns;
    private final People people;

    LinkSignIn(JdbcClient jdbc, Borrowers borrowers, SignIns signIns, People people) {
        this.jdbc = jdbc;
        this.borrowers = borrowers;
        this.signIns = signIns;
        this.people = people;
    }

    /** Linking again what is linked changes nothing; a sign-in that stands for another borrower is refused. */
    public BorrowerView link(long borrowerId, String username) {
        BorrowerView borrower = borrowers.byId(borrowerId);
        Actor person = borrowerNamed(username);
        AuditDetail.note(person.username());
        Optional<Long> present = signIns.borrowerOf(person);
        if (present.isPresent() && present.get() != borrowerId) {
            throw Refusal.invalid("username", "cooperatives.sign-in.refused.taken", borrowers.byId(present.get()).name());
        }
        Actor actor = Actors.current();
        if (present.isEmpty()) {
            jdbc.sql("""
                    insert into cooperatives.borrower_sign_in (id, fund_id, borrower_id, person_id, linked_by)
                    values (nextval('cooperatives.borrower_sign_in_seq'), ?, ?, ?, ?)""")
                    .params(actor.fundId(), borrowerId, person.id(), actor.isSystem() ? null : actor.id()).update();
        }
        return borrower;
    }

    private Actor borrowerNamed(String username) {
        try {
            Actor person = people.byUsername(username == null ? "" : username.strip());
            if (person.is(Role.BORROWER)) {
                return person;
            }
        } catch (UsernameNotFoundException unknown) {
            throw Refusal.invalid("username", "cooperatives.sign-in.refused.unknown");
        }
        throw Refusal.invalid("username", "cooperatives.sign-in.refused.staff");
    }
}
