package vn.coopfund.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.reporting.Findings;
import vn.coopfund.reporting.Matter;
import vn.coopfund.reporting.Matters;
import vn.coopfund.reporting.SubLedgerChecks;
import vn.coopfund.web.Export;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Show;
import vn.coopfund.web.SortBy;
import vn.coopfund.web.Texts;

/** The controller's page: what there is to look at, the alarm of the sub-ledgers, and the findings still open. */
@Controller
@RequestMapping("/control")
@Allowed({Role.CONTROLLER, Role.DIRECTOR, Role.COUNCIL_CHAIR, Role.COUNCIL_MEMBER})
class ControlController {

    private static final List<String> COLUMNS = List.of("onDay", "matterKind", "number", "words", "amount", "maker", "checker");

    private final Matters matters;
    private final Findings findings;
    private final SubLedgerChecks checks;
    private final Show show;
    private final Texts texts;

    ControlController(Matters matters, Findings findings, SubLedgerChecks checks, Show show, Texts texts) {
        this.matters = matters;
        this.findings = findings;
        this.checks = checks;
        this.show = show;
        this.texts = texts;
    }

    @GetMapping
    String list(@RequestParam(required = false) Matter.Kind kind, @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to, @RequestParam(required = false) String q,
            @RequestParam(defaultValue = "false") boolean open, @RequestParam(required = false) String sort,
            @RequestParam(required = false) Integer page, @RequestParam(required = false) Integer size, Model model) {
        SortBy order = SortBy.of(sort, "-on", Matters.COLUMNS);
        model.addAttribute("matters", matters.list(new Matters.Filter(kind, from, to, q, open), order, PageOf.Wish.ofPage(page, size)));
        model.addAttribute("sorted", order.wish());
        model.addAttribute("kinds", show.choices("reporting.matter", Matter.Kind.values()));
        model.addAttribute("findings", findings.list(true));
        model.addAttribute("mayRaise", Actors.current().is(Role.CONTROLLER));
        model.addAttribute("alarming", checks.alarming());
        model.addAttribute("check", checks.latest(1).stream().findFirst().orElse(null));
        return "reporting/control";
    }

    @GetMapping("/matters.{file:csv|xlsx}")
    void export(@PathVariable String file, @RequestParam(required = false) Matter.Kind kind,
            @RequestParam(required = false) LocalDate from, @RequestParam(required = false) LocalDate to,
            @RequestParam(required = false) String q, @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) String sort, HttpServletResponse response) {
        SortBy order = SortBy.of(sort, "-on", Matters.COLUMNS);
        Export.of(file).download(response, "kiem-soat",
                COLUMNS.stream().map(column -> texts.of("reporting.column." + column)).toList(),
                rows -> PageOf.each(wish -> matters.list(new Matters.Filter(kind, from, to, q, open), order, wish),
                        matter -> rows.add(cells(matter))));
    }

    private Object[] cells(Matter matter) {
        return Stream.of(matter.onDay(), texts.of("reporting.matter." + matter.kind()), matter.loan(), matter.words(),
                matter.amount(), matter.maker(), matter.checker()).toArray();
    }
}
