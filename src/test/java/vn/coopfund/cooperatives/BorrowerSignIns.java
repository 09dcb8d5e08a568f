package vn.coopfund.cooperatives;

import vn.coopfund.access.Actor;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;

/** Sign-ins of borrowers for tests. */
public final class BorrowerSignIns {

    private BorrowerSignIns() {
    }

    /** A person who signs in for the borrower. */
    public static Actor of(long borrowerId, People people, LinkSignIn linkSignIn) {
        Actor person = new Staff(people).named("borrower-" + borrowerId, Role.BORROWER);
        linkSignIn.link(borrowerId, person.username());
        return person;
    }
}
