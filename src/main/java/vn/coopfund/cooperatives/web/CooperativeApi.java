package vn.coopfund.cooperatives.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.cooperatives.BorrowerKind;
import vn.coopfund.cooperatives.BorrowerSearch;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.cooperatives.RegisterBorrower;
import vn.coopfund.cooperatives.UpdateBorrower;
import vn.coopfund.web.Changes;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;

/** The registry for programs. */
@RestController
@RequestMapping("/api/v1/cooperatives")
@Tag(name = "cooperatives")
@Allowed({Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR,
    Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER, Role.ADMINISTRATOR, Role.BORROWER})
class CooperativeApi {

    private final Borrowers borrowers;
    private final BorrowerSearch search;
    private final RegisterBorrower registerBorrower;
    private final UpdateBorrower updateBorrower;
    private final Changes changes;

    CooperativeApi(Borrowers borrowers, BorrowerSearch search, RegisterBorrower registerBorrower,
            UpdateBorrower updateBorrower, Changes changes) {
        this.borrowers = borrowers;
        this.search = search;
        this.registerBorrower = registerBorrower;
        this.updateBorrower = updateBorrower;
        this.changes = changes;
    }

    @Operation(summary = "Borrowers; q finds names without tone marks. A borrower's sign-in sees its own alone")
    @GetMapping
    PageOf<CooperativeItem> list(@RequestParam(required = false) String q,
            @RequestParam(required = false) BorrowerKind kind, @RequestParam(required = false) BorrowerSearch.State state,
            @RequestParam(required = false) String sort, @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        PageOf.Wish wish = PageOf.Wish.of(page, size);
        Actor actor = Actors.current();
        if (!actor.isStaff() && actor.is(Role.BORROWER)) {
            List<CooperativeItem> own = borrowers.ofSignIn(actor).map(view -> borrowers.file(view.id()))
                    .map(CooperativeItem::of).stream().toList();
            return new PageOf<>(wish.page() == 0 ? own : List.of(), wish.page(), wish.size(), own.size());
        }
        return search.page(new BorrowerSearch.Wish(q, kind, state), BorrowerSearch.sort(sort), wish).map(CooperativeItem::of);
    }

    @Operation(summary = "Opens a file. Name, number and kind are enough; the rest may follow by PUT")
    @PostMapping
    @Allowed(Role.LOAN_OFFICER)
    ResponseEntity<CooperativeJson> register(@RequestBody CooperativeJson body) {
        if (body.kind() == null) {
            throw Refusal.invalid("kind", "cooperatives.refused.kind");
        }
        long id = registerBorrower.register(body.kind(), body.data()).id();
        return ResponseEntity.created(URI.create("/api/v1/cooperatives/" + id)).body(CooperativeJson.of(borrowers.file(id)));
    }

    @Operation(summary = "One file; personal numbers are masked for those who need not see them")
    @GetMapping("/{id}")
    CooperativeJson read(@PathVariable String id) {
        return CooperativeJson.of(borrowers.file(known(id)));
    }

    @Operation(summary = "Changes a file: what is left out stays, null empties",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(schema = @Schema(implementation = CooperativeJson.class))))
    @PutMapping("/{id}")
    @Allowed({Role.LOAN_OFFICER, Role.BORROWER})
    CooperativeJson update(@PathVariable String id, @RequestBody ObjectNode body) {
        long borrower = known(id);
        CooperativeJson now = CooperativeJson.of(borrowers.file(borrower));
        CooperativeJson wished = changes.over(now, body, CooperativeJson.class);
        if (wished.kind() != null && wished.kind() != now.kind()) {
            throw Refusal.invalid("kind", "cooperatives.refused.kind-stays");
        }
        updateBorrower.update(borrower, wished.version() == null ? now.version() : wished.version(), wished.data());
        return CooperativeJson.of(borrowers.file(borrower));
    }

    private static long known(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException nothingOfOurs) {
            throw Refusal.notFound();
        }
    }
}
