package vn.coopfund.risk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.coopfund.risk.GroupMovements;
import vn.coopfund.servicing.Classifications;
import vn.coopfund.web.Export;
import vn.coopfund.web.Texts;

/** Principal from group to group between two month ends. */
@Controller
@RequestMapping("/risk")
@OpenToReadersOfRisk
class MovementController {

    private static final List<String> COLUMNS = List.of("from", "opening", "drawn", "repaid", "written-off", "to-1", "to-2",
            "to-3", "to-4", "to-5", "closing");

    private final GroupMovements movements;
    private final Classifications classifications;
    private final RiskTable table;
    private final Texts texts;

    MovementController(GroupMovements movements, Classifications classifications, RiskTable table, Texts texts) {
        this.movements = movements;
        this.classifications = classifications;
        this.table = table;
        this.texts = texts;
    }

    /** Without a month end in the address, the latest. */
    @GetMapping("/movements")
    String show(@RequestParam(required = false) LocalDate asOf, Model model) {
        List<LocalDate> months = classifications.all().stream().map(Classifications.Run::asOf).toList();
        if (asOf == null && !months.isEmpty()) {
            return "redirect:/risk/movements?asOf=" + months.get(0);
        }
        List<GroupMovements.Row> rows = asOf == null ? List.of() : movements.upTo(asOf);
        model.addAttribute("months", months);
        model.addAttribute("asOf", asOf);
        model.addAttribute("before", asOf == null ? null : movements.before(asOf).orElse(null));
        model.addAttribute("rows", rows);
        model.addAttribute("total", GroupMovements.total(rows));
        return "risk/movements";
    }

    @GetMapping("/movements.{file:csv|xlsx}")
    void export(@PathVariable String file, @RequestParam LocalDate asOf, Locale locale, HttpServletResponse response) {
        Export.of(file).download(response, "chuyen-nhom-no-" + asOf, table.heads(COLUMNS, locale),
                rows -> movements.upTo(asOf).forEach(row -> rows.add(cells(row, locale))));
    }

    private Object[] cells(GroupMovements.Row row, Locale locale) {
        List<Object> cells = new ArrayList<>(Arrays.asList(row.from() == null ? texts.in(locale, "risk.movements.new")
                : row.from(), row.opening(), row.drawn(), row.repaid(), row.writtenOff()));
        cells.addAll(row.to());
        cells.add(row.closing());
        return cells.toArray();
    }
}
