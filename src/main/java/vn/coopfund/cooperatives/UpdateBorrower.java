package vn.coopfund.cooperatives;

import org.springframework.dao.OptimisticLockingFailureException;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;

/** Writes a borrower's file anew: the loan officer any, a borrower's sign-in its own. The kind stays. */
@Act
@Allowed({Role.LOAN_OFFICER, Role.BORROWER})
public class UpdateBorrower {

    private final BorrowerDesk desk;
    private final BorrowerSight sight;

    UpdateBorrower(BorrowerDesk desk, BorrowerSight sight) {
        this.desk = desk;
        this.sight = sight;
    }

    /**
     * Replaces the whole data.
     *
     * @param version the state that the writer had before; null to write over whatever is there
     * @throws OptimisticLockingFailureException when somebody else has written since
     */
    public BorrowerView update(long id, Integer version, BorrowerData data) {
        Borrower borrower = sight.open(id);
        if (version != null && version != borrower.version()) {
            throw new OptimisticLockingFailureException("borrower " + id);
        }
        return desk.keep(borrower, data);
    }
}
