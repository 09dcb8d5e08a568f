package vn.coopfund.cooperatives.web;

import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.cooperatives.BorrowerView;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.web.Refusal;

/** One file has two addresses: the registry's for staff, {@code /profile} for the borrower's own sign-in. */
@Component
class FileAddress {

    private final Borrowers borrowers;

    FileAddress(Borrowers borrowers) {
        this.borrowers = borrowers;
    }

    /** The borrower meant: the one in the path, else the signed-in person's own. */
    long borrower(Long inPath) {
        return inPath != null ? inPath : borrowers.ofSignIn(Actors.current()).map(BorrowerView::id)
                .orElseThrow(() -> Refusal.forbidden("cooperatives.profile.none"));
    }

    String of(Long inPath) {
        return inPath != null ? "/cooperatives/" + inPath : "/profile";
    }
}
