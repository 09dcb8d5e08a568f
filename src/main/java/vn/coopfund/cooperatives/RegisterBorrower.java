package vn.coopfund.cooperatives;

import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;

/** Opens the file of a new borrower. */
@Act
@Allowed(Role.LOAN_OFFICER)
public class RegisterBorrower {

    private final BorrowerDesk desk;
    private final BusinessDay businessDay;

    RegisterBorrower(BorrowerDesk desk, BusinessDay businessDay) {
        this.desk = desk;
        this.businessDay = businessDay;
    }

    /** Refuses what {@link BorrowerRules} do not let pass, and a number that is registered already. */
    public BorrowerView register(BorrowerKind kind, BorrowerData data) {
        return desk.keep(new Borrower(Actors.current().fundId(), kind, businessDay.today()), data);
    }
}
