package vn.coopfund.collateral.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.coopfund.collateral.CollateralKind;
import vn.coopfund.collateral.ItemState;
import vn.coopfund.collateral.ItemView;
import vn.coopfund.collateral.Items;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SortBy;

/** The register of collateral for programs. */
@RestController
@RequestMapping("/api/v1/collateral")
@OpenToReadersOfCollateral
@Tag(name = "collateral")
class CollateralApi {

    private final Items items;

    CollateralApi(Items items) {
        this.items = items;
    }

    @Operation(summary = "Items that secure loans or are offered to; a borrower sees its own")
    @GetMapping
    PageOf<ItemView> list(@RequestParam(required = false) String q, @RequestParam(required = false) CollateralKind kind,
            @RequestParam(required = false) ItemState state, @RequestParam(defaultValue = "false") boolean due,
            @RequestParam(required = false) String sort, @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        return items.list(new Items.Filter(q, kind, state, due), SortBy.of(sort, "-number", Items.COLUMNS),
                PageOf.Wish.of(page, size)).page().map(ItemView::of);
    }

    @Operation(summary = "One item")
    @GetMapping("/{id}")
    ItemView one(@PathVariable String id) {
        try {
            return ItemView.of(items.get(Long.parseLong(id)));
        } catch (NumberFormatException unknown) {
            throw Refusal.notFound();
        }
    }
}
