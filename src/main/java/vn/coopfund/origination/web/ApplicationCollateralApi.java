package vn.coopfund.origination.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.money.MonetaryAmount;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.collateral.CollateralKind;
import vn.coopfund.collateral.ItemContent;
import vn.coopfund.collateral.ItemView;
import vn.coopfund.collateral.Items;
import vn.coopfund.origination.Applications;
import vn.coopfund.origination.OfferCollateral;
import vn.coopfund.web.MayHaveKey;
import vn.coopfund.web.Once;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Strict;

/** The collateral of applications for programs. */
@RestController
@RequestMapping("/api/v1/applications/{id}/collateral")
@Allowed({Role.BORROWER, Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER,
    Role.COUNCIL_CHAIR, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER})
@Tag(name = "collateral")
class ApplicationCollateralApi {

    private final Applications applications;
    private final Items items;
    private final OfferCollateral offerCollateral;
    private final Once once;

    ApplicationCollateralApi(Applications applications, Items items, OfferCollateral offerCollateral, Once once) {
        this.applications = applications;
        this.items = items;
        this.offerCollateral = offerCollateral;
        this.once = once;
    }

    /** An item that is in the register ({@code itemId} alone), or one as it is written now. */
    @Strict
    record OfferBody(String itemId, CollateralKind kind, String description, Map<String, String> fields, MonetaryAmount estimate,
            String owner, String consent, String guarantorId, String policy, LocalDate insuredUntil) {

        ItemContent content() {
            return new ItemContent(kind, description, fields, estimate, owner, consent,
                    guarantorId == null ? null : number(guarantorId), policy, insuredUntil);
        }
    }

    @Operation(summary = "What is offered as security of an application")
    @GetMapping
    List<ItemView> list(@PathVariable String id) {
        return items.ofApplication(applications.byId(number(id)).id()).stream().map(ItemView::of).toList();
    }

    @Operation(summary = "Offers an item; its kind says which fields it needs")
    @PostMapping
    @MayHaveKey
    @Allowed({Role.BORROWER, Role.LOAN_OFFICER})
    ResponseEntity<ItemView> offer(@PathVariable String id, @RequestBody OfferBody body, HttpServletRequest request) {
        Subject subject = Subject.application(number(id));
        applications.byId(subject.id());
        ItemView offered = once.callMaybe(request, body, ItemView.class, () -> ItemView.of(offerCollateral.offer(subject,
                body.itemId() == null ? null : number(body.itemId()), body.content())));
        return ResponseEntity.created(URI.create("/api/v1/collateral/" + offered.id())).body(offered);
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException unknown) {
            throw Refusal.notFound();
        }
    }
}
