package vn.coopfund.risk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.coopfund.risk.ProvisionBook;
import vn.coopfund.web.Export;
import vn.coopfund.web.PageOf;

/** The provisions from month to month: opening, added, released, used, closing. */
@Controller
@RequestMapping("/risk")
@OpenToReadersOfRisk
class RollForwardController {

    private static final int A_YEAR = 12;

    private final ProvisionBook book;
    private final RiskTable table;

    RollForwardController(ProvisionBook book, RiskTable table) {
        this.book = book;
        this.table = table;
    }

    /** A table of months with its name. */
    record Part(String key, List<ProvisionBook.Month> months, PageOf<ProvisionBook.Month> page) {
    }

    @GetMapping("/provisions")
    String show(@RequestParam(required = false) ProvisionBook.Kind kind, Integer page, Integer size, Model model) {
        List<ProvisionBook.Month> months = book.rollForward(kind);
        List<ProvisionBook.Month> latestFirst = new ArrayList<>(months);
        Collections.reverse(latestFirst);
        model.addAttribute("part", new Part("risk.roll-forward." + (kind == null ? "all" : kind), months,
                PageOf.of(latestFirst, PageOf.Wish.of(page, size == null ? A_YEAR : size))));
        model.addAttribute("kinds", ProvisionBook.Kind.values());
        return "risk/provisions";
    }

    @GetMapping("/provisions.{file:csv|xlsx}")
    void export(@PathVariable String file, @RequestParam(required = false) ProvisionBook.Kind kind, Locale locale, HttpServletResponse response) {
        Export.of(file).download(response, "bien-dong-du-phong", table.heads(RiskTable.MONTHS, locale),
                rows -> book.rollForward(kind).forEach(month -> rows.add(RiskTable.cells(month))));
    }
}
