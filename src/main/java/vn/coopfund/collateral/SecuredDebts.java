package vn.coopfund.collateral;

import java.util.Collection;
import java.util.Map;

/** What this room needs to know of the loans that its items secure; the room that owns the loans implements it. */
public interface SecuredDebts {

    /** Those of the actor's fund among them, by id. */
    Map<Long, Debt> of(Collection<Long> loans);

    /**
     * A loan.
     *
     * @param principal what is owed of it, đồng
     * @param bound     whether something is owed, or can still be drawn: its security is needed
     */
    record Debt(long loan, String number, long borrowerId, long principal, boolean bound) {
    }
}
