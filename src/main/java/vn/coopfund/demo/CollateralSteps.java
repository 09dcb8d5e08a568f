package vn.coopfund.demo;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.collateral.CollateralKind;
import vn.coopfund.collateral.Item;
import vn.coopfund.collateral.ItemView;
import vn.coopfund.collateral.Items;
import vn.coopfund.collateral.SignHandover;
import vn.coopfund.collateral.TakePapers;
import vn.coopfund.origination.ApplicationView;
import vn.coopfund.origination.OfferCollateral;
import vn.coopfund.workflow.CompleteTask;
import vn.coopfund.workflow.Inbox;
import vn.coopfund.workflow.OpenTask;

/** What people do with the items of a case: offer them, register them, give and take their papers. */
@Component
class CollateralSteps {

    private static final Set<CollateralKind> WITH_PAPERS = EnumSet.of(CollateralKind.LAND, CollateralKind.BUILDING,
            CollateralKind.VEHICLE, CollateralKind.VALUABLE_PAPER);

    private final Items items;
    private final OfferCollateral offerCollateral;
    private final TakePapers takePapers;
    private final SignHandover signHandover;
    private final Inbox inbox;
    private final CompleteTask completeTask;
    private final Cast cast;
    private final BusinessDay businessDay;

    CollateralSteps(Items items, OfferCollateral offerCollateral, TakePapers takePapers, SignHandover signHandover, Inbox inbox,
            CompleteTask completeTask, Cast cast, BusinessDay businessDay) {
        this.items = items;
        this.offerCollateral = offerCollateral;
        this.takePapers = takePapers;
        this.signHandover = signHandover;
        this.inbox = inbox;
        this.completeTask = completeTask;
        this.cast = cast;
        this.businessDay = businessDay;
    }

    void offer(ApplicationView application, List<DemoItem> offered) {
        Subject subject = application.subject();
        offered.forEach(one -> {
            Long used = items.ofBorrower(application.borrowerId()).stream()
                    .filter(item -> item.secures() && one.is(ItemView.of(item).fields())).map(Item::id).findFirst().orElse(null);
            offerCollateral.offer(subject, used, used == null ? one.content(businessDay.today()) : null);
        });
    }

    /** By the loan officer, who also takes the papers into the safe; the borrower signs where it has a sign-in. */
    Long register(ApplicationView application, String borrowerSignIn) {
        inbox.mineOn(application.subject()).stream().filter(task -> task.key().equals("Task_RegisterSecurity")).map(OpenTask::id)
                .findFirst().ifPresent(task -> completeTask.complete(task, Map.of("outcome", "REGISTERED",
                        "number", "ĐKBĐ " + application.number(), "notary", "VPCC Kinh Bắc, số " + application.id())));
        items.ofApplication(application.id()).stream().filter(item -> item.secures() && !item.papersHeld()
                && WITH_PAPERS.contains(item.kind())).forEach(item -> keep(item, borrowerSignIn));
        return application.id();
    }

    private void keep(Item item, String borrowerSignIn) {
        long minutes = takePapers.take(item.id(), "Bản chính giấy tờ của tài sản: " + item.description(), "Két sắt phòng kế toán",
                item.owner() == null ? item.borrower() : item.owner(), businessDay.today());
        if (borrowerSignIn != null) {
            cast.as(borrowerSignIn, () -> {
                signHandover.sign(minutes);
                return item.id();
            });
        }
    }
}
