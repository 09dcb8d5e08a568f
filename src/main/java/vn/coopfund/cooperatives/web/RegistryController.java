package vn.coopfund.cooperatives.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.coopfund.cooperatives.BorrowerKind;
import vn.coopfund.cooperatives.BorrowerSearch;
import vn.coopfund.web.Export;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SortBy;
import vn.coopfund.web.Texts;

/** The list of borrowers, and the same as a file. */
@Controller
@ReadsRegistry
class RegistryController {

    private static final List<String> COLUMNS = List.of("kind", "name", "number", "commune", "representative", "alliance",
            "profile", "consent", "registered");

    private final BorrowerSearch search;
    private final Texts texts;

    RegistryController(BorrowerSearch search, Texts texts) {
        this.search = search;
        this.texts = texts;
    }

    @GetMapping("/cooperatives")
    String list(BorrowerSearch.Wish wish, @RequestParam(required = false) String sort,
            @RequestParam(required = false) Integer page, @RequestParam(required = false) Integer size, Model model) {
        SortBy order = BorrowerSearch.sort(sort);
        model.addAttribute("borrowers", search.page(wish, order, PageOf.Wish.of(page, size)));
        model.addAttribute("sorted", order.wish());
        model.addAttribute("kinds", BorrowerKind.values());
        model.addAttribute("states", BorrowerSearch.State.values());
        return "cooperatives/list";
    }

    @GetMapping("/cooperatives.{format:csv|xlsx}")
    void export(@PathVariable String format, BorrowerSearch.Wish wish, @RequestParam(required = false) String sort,
            HttpServletResponse response) {
        List<String> columns = COLUMNS.stream().map(column -> texts.of("cooperatives.column." + column)).toList();
        Export.of(format).download(response, "cooperatives", columns,
                rows -> search.each(wish, BorrowerSearch.sort(sort), row -> rows.add(cells(row))));
    }

    private Object[] cells(BorrowerSearch.Row row) {
        return Stream.of(texts.of("cooperatives.kind." + row.kind()), row.name(), row.number(), row.commune(),
                row.representativeName(), yesOrNo(row.memberOfAlliance()), yesOrNo(row.profileComplete()),
                yesOrNo(row.consentGiven()), row.registeredOn()).toArray();
    }

    private String yesOrNo(boolean value) {
        return texts.of(value ? "web.yes" : "web.no");
    }
}
