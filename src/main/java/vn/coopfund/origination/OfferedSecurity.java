package vn.coopfund.origination;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.collateral.Item;
import vn.coopfund.collateral.Items;
import vn.coopfund.collateral.Offers;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/** What an application says of its security, once items are offered for it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OfferedSecurity {

    private static final int LONGEST = 4000;

    private final Applications applications;
    private final Items items;
    private final Offers offers;

    OfferedSecurity(Applications applications, Items items, Offers offers) {
        this.applications = applications;
        this.items = items;
        this.offers = offers;
    }

    /**
     * The application whose items may change now: by the borrower while the file is in its hands, by the loan officer also
     * until it is appraised.
     */
    Application open(Subject subject) {
        Application application = applications.visible(subject.id());
        boolean officer = !Actors.current().is(Role.BORROWER);
        if (application.isInBorrowersHands()) {
            SaveApplication.refuseForeignHand(application);
        } else if (!officer || !application.state().awaitsAppraisal()) {
            throw Refusal.conflict(officer ? "origination.moved-on" : "origination.not-editable",
                    "#" + application.state().key());
        }
        return application;
    }

    /** The application is over without a loan: what was offered for it is offered no more. */
    void giveBack(Application application) {
        offers.end(application.id(), application.view().number());
    }

    /** Kind, words and estimate follow the items; without any, what was said before stays. */
    void follow(Application application) {
        List<Item> offered = items.ofApplication(application.id());
        if (!offered.isEmpty()) {
            String words = offered.stream().map(Item::description).collect(Collectors.joining("; "));
            application.secureBy(SecurityKind.valueOf(offered.get(0).measure().name()),
                    words.substring(0, Math.min(LONGEST, words.length())),
                    Dong.of(offered.stream().mapToLong(Item::estimate).sum()));
        }
    }
}
