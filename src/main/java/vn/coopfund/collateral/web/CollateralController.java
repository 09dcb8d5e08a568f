package vn.coopfund.collateral.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.collateral.CollateralKind;
import vn.coopfund.collateral.CountedShare;
import vn.coopfund.collateral.Covers;
import vn.coopfund.collateral.Handovers;
import vn.coopfund.collateral.Item;
import vn.coopfund.collateral.ItemState;
import vn.coopfund.collateral.Items;
import vn.coopfund.collateral.Registrations;
import vn.coopfund.collateral.Releases;
import vn.coopfund.collateral.Valuations;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Export;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SortBy;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.CaseEvents;

/** The register of what secures loans, and the page of one item. */
@Controller
@RequestMapping("/collateral")
@OpenToReadersOfCollateral
class CollateralController {

    private static final List<String> HEADS = List.of("collateral.number", "collateral.borrower", "collateral.kind",
            "collateral.description", "collateral.value", "collateral.valued-on", "collateral.state", "collateral.registration",
            "collateral.papers");

    private final Items items;
    private final Covers covers;
    private final Valuations valuations;
    private final Registrations registrations;
    private final Handovers handovers;
    private final Releases releases;
    private final CountedShare shares;
    private final CollateralPrint print;
    private final CaseEvents events;
    private final BusinessDay businessDay;
    private final Texts texts;

    CollateralController(Items items, Covers covers, Valuations valuations, Registrations registrations, Handovers handovers,
            Releases releases, CountedShare shares, CollateralPrint print, CaseEvents events, BusinessDay businessDay,
            Texts texts) {
        this.items = items;
        this.covers = covers;
        this.valuations = valuations;
        this.registrations = registrations;
        this.handovers = handovers;
        this.releases = releases;
        this.shares = shares;
        this.print = print;
        this.events = events;
        this.businessDay = businessDay;
        this.texts = texts;
    }

    @GetMapping
    String list(@RequestParam(required = false) String q, @RequestParam(required = false) CollateralKind kind,
            @RequestParam(required = false) ItemState state, @RequestParam(defaultValue = "false") boolean due,
            @RequestParam(required = false) String sort, @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size, Model model) {
        SortBy order = SortBy.of(sort, "-number", Items.COLUMNS);
        Items.Listed listed = items.list(new Items.Filter(q, kind, state, due), order, PageOf.Wish.ofPage(page, size));
        model.addAttribute("items", listed.page());
        model.addAttribute("value", listed.value());
        model.addAttribute("sorted", order.wish());
        model.addAttribute("kinds", Arrays.stream(CollateralKind.values())
                .map(one -> new Choice(one.name(), texts.of(one.key()))).toList());
        model.addAttribute("states", Arrays.stream(ItemState.values())
                .map(one -> new Choice(one.name(), texts.of(one.key()))).toList());
        return "collateral/items";
    }

    @GetMapping("/export.{file:csv|xlsx}")
    void export(@PathVariable String file, @RequestParam(required = false) String q,
            @RequestParam(required = false) CollateralKind kind, @RequestParam(required = false) ItemState state,
            @RequestParam(defaultValue = "false") boolean due, @RequestParam(required = false) String sort,
            HttpServletResponse response) {
        SortBy order = SortBy.of(sort, "-number", Items.COLUMNS);
        Items.Filter filter = new Items.Filter(q, kind, state, due);
        Export.of(file).download(response, "tai-san-bao-dam", HEADS.stream().map(texts::of).toList(),
                rows -> PageOf.each(wish -> items.list(filter, order, wish).page(), item -> rows.add(item.number(),
                        item.borrower(), texts.of(item.kind().key()), item.description(), item.value(), item.valuedOn(),
                        texts.of(item.state().key()), item.registrationDue() ? texts.of("collateral.registration-due")
                                : item.registrationNumber(), item.papersHeld() ? texts.of("collateral.papers-held") : null)));
    }

    @GetMapping("/{id:\\d+}")
    String one(@PathVariable long id, Model model) {
        Item item = items.get(id);
        boolean staff = Actors.current().isStaff();
        model.addAttribute("item", item);
        model.addAttribute("staff", staff);
        List<Covers.Secured> secured = covers.of(item);
        model.addAttribute("secured", secured);
        model.addAttribute("left", covers.left(item));
        model.addAttribute("counted", shares.counted(businessDay.today()).get(item.measure().name()));
        model.addAttribute("valuations", valuations.of(id));
        model.addAttribute("registrations", registrations.of(id));
        model.addAttribute("handovers", handovers.of(id));
        model.addAttribute("releases", staff ? releases.of(id) : List.of());
        model.addAttribute("events", events.of(item.subject()));
        model.addAttribute("acts", ItemAct.open(Actors.current(), item, secured));
        model.addAttribute("mayDecide", Actors.current().is(Role.DIRECTOR));
        model.addAttribute("maySign", Actors.current().is(Role.BORROWER));
        return "collateral/item";
    }

    @GetMapping("/handovers/{id:\\d+}.pdf")
    ResponseEntity<byte[]> minutes(@PathVariable long id) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.inline().filename("bien-ban-giao-nhan-" + id + ".pdf").build().toString()).body(print.minutes(id));
    }
}
