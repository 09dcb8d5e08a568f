package vn.coopfund.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.LoanNumbers;
import vn.coopfund.reporting.Column;
import vn.coopfund.reporting.Report;
import vn.coopfund.reporting.ReportFile;
import vn.coopfund.reporting.ReportPage;
import vn.coopfund.reporting.ReportWish;
import vn.coopfund.reporting.Reports;
import vn.coopfund.web.Export;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Texts;

/** The reports for programs: JSON a page with its totals, or the whole as CSV or XLSX by {@code Accept}. */
@RestController
@RequestMapping("/api/v1/reporting/reports")
@OpenToReadersOfReports
@Tag(name = "reporting")
class ReportApi {

    private final Reports reports;
    private final ReportFile file;
    private final BusinessDay businessDay;
    private final LoanNumbers numbers;
    private final Texts texts;

    ReportApi(Reports reports, ReportFile file, BusinessDay businessDay, LoanNumbers numbers, Texts texts) {
        this.reports = reports;
        this.file = file;
        this.businessDay = businessDay;
        this.numbers = numbers;
        this.texts = texts;
    }

    record Item(String code, String name, List<String> parameters, List<String> columns) {
    }

    /** {@code totals} has an item for each column that is added up. */
    record Answer(List<Map<String, Object>> items, int page, int size, long total, Map<String, Object> totals) {
    }

    @Operation(summary = "The reports that the caller may read, with what each asks for and its columns")
    @GetMapping
    List<Item> list() {
        return reports.mine().stream().map(report -> new Item(report.code(), texts.of(report.key()),
                report.parameters().stream().map(Enum::name).toList(),
                report.columns().stream().map(Column::name).toList())).toList();
    }

    @Operation(summary = "A report; from and to, or on, and its filters as its page has them")
    @GetMapping(path = "/{code}", produces = {MediaType.APPLICATION_JSON_VALUE, Export.CSV_TYPE, Export.XLSX_TYPE})
    Answer report(@PathVariable String code, @ModelAttribute ReportForm asked, @RequestParam(required = false) String sort,
            @RequestParam(required = false) Integer page, @RequestParam(required = false) Integer size, Locale locale,
            HttpServletRequest request, HttpServletResponse response) {
        Report report = reports.named(code);
        ReportWish wish = asked.wish(report, numbers, businessDay.today(), locale);
        Optional<Export> wanted = Export.wanted(request);
        if (wanted.isPresent()) {
            wanted.get().answer(response, file.name(report, wish), report.columns().stream().map(Column::name).toList(),
                    rows -> file.write(report, wish, rows, () -> { }));
            return null;
        }
        ReportPage shown = reports.page(report, wish, sort, PageOf.Wish.of(page, size));
        PageOf<Object[]> rows = shown.rows();
        return new Answer(rows.items().stream().map(row -> named(report.columns(), row)).toList(), rows.page(), rows.size(),
                rows.total(), named(report.columns().stream().filter(Column::isSummed).toList(),
                java.util.stream.IntStream.range(0, report.columns().size()).filter(i -> report.columns().get(i).isSummed())
                        .mapToObj(i -> shown.total()[i]).toArray()));
    }

    private static Map<String, Object> named(List<Column> columns, Object[] row) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            named.put(columns.get(i).name(), row[i]);
        }
        return named;
    }
}
