package vn.coopfund.cooperatives;

import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;

/** Takes a consent back: from now on no new application; what the law has kept for running loans stays. */
@Act
@Allowed({Role.LOAN_OFFICER, Role.BORROWER})
public class WithdrawConsent {

    private final JdbcClient jdbc;
    private final BorrowerSight sight;
    private final Borrowers borrowers;

    WithdrawConsent(JdbcClient jdbc, BorrowerSight sight, Borrowers borrowers) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.borrowers = borrowers;
    }

    /** Nothing happens where no consent stands. */
    public BorrowerView withdraw(long borrowerId) {
        Actor actor = Actors.current();
        Borrower borrower = sight.open(borrowerId);
        jdbc.sql("update cooperatives.consent set withdrawn_at = now(), withdrawn_by = ? "
                        + "where borrower_id = ? and withdrawn_at is null")
                .params(actor.isSystem() ? null : actor.id(), borrowerId).update();
        return borrowers.view(borrower);
    }
}
