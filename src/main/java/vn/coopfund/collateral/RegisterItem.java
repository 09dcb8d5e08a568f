package vn.coopfund.collateral;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;

/** Notes that an item which secures a loan is registered, or need not be. */
@Act
@Allowed(Role.LOAN_OFFICER)
public class RegisterItem {

    private final Items items;
    private final Registrations registrations;

    RegisterItem(Items items, Registrations registrations) {
        this.items = items;
        this.registrations = registrations;
    }

    public void register(long id, Registrations.Entry entry) {
        registrations.note(items.lock(id), entry);
    }
}
