package vn.coopfund.collateral;

import java.time.LocalDate;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;

/** Strikes an item that secures nothing any more off its register. */
@Act
@Allowed(Role.LOAN_OFFICER)
public class DeregisterItem {

    private final Items items;
    private final Registrations registrations;

    DeregisterItem(Items items, Registrations registrations) {
        this.items = items;
        this.registrations = registrations;
    }

    /** @param number of the register's answer */
    public void deregister(long id, LocalDate on, String number) {
        registrations.end(items.lock(id), on, number);
    }
}
