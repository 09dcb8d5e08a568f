package vn.coopfund.risk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.coopfund.risk.ProvisionBook;
import vn.coopfund.web.Export;

/** The provisions from month to month: opening, added, released, used, closing. */
@Controller
@RequestMapping("/risk")
@OpenToReadersOfRisk
class RollForwardController {

    private final ProvisionBook book;
    private final RiskTable table;

    RollForwardController(ProvisionBook book, RiskTable table) {
        this.book = book;
        this.table = table;
    }

    /** A table of months with its name. */
    record Part(String key, List<ProvisionBook.Month> months) {
    }

    @GetMapping("/provisions")
    String show(Model model) {
        model.addAttribute("parts", List.of(new Part("risk.roll-forward.all", book.rollForward(null)),
                new Part("risk.roll-forward.SPECIFIC", book.rollForward(ProvisionBook.Kind.SPECIFIC)),
                new Part("risk.roll-forward.GENERAL", book.rollForward(ProvisionBook.Kind.GENERAL))));
        return "risk/provisions";
    }

    @GetMapping("/provisions.{file:csv|xlsx}")
    void export(@PathVariable String file, Locale locale, HttpServletResponse response) {
        Export.of(file).download(response, "bien-dong-du-phong", table.heads(RiskTable.MONTHS, locale),
                rows -> book.rollForward(null).forEach(month -> rows.add(RiskTable.cells(month))));
    }
}
