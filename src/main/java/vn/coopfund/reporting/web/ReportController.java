package vn.coopfund.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.KnownAccount;
import vn.coopfund.ledger.LoanNumbers;
import vn.coopfund.ledger.PostingTemplates;
import vn.coopfund.reporting.Column;
import vn.coopfund.reporting.Report;
import vn.coopfund.reporting.ReportFile;
import vn.coopfund.reporting.ReportPage;
import vn.coopfund.reporting.ReportPaper;
import vn.coopfund.reporting.ReportWish;
import vn.coopfund.reporting.Reports;
import vn.coopfund.web.Export;
import vn.coopfund.web.Forms;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;

/** The list of reports by who needs them, and each on screen, as a file and on paper; what is asked stands in the address. */
@Controller
@RequestMapping("/reports")
@OpenToReadersOfReports
class ReportController {

    /** A file with more rows is made in the background. */
    static final int MOST_AT_ONCE = 50_000;

    private final Reports reports;
    private final ReportFile file;
    private final ReportPaper paper;
    private final BusinessDay businessDay;
    private final LoanNumbers numbers;
    private final PostingTemplates templates;
    private final Forms forms;

    ReportController(Reports reports, ReportFile file, ReportPaper paper, BusinessDay businessDay, LoanNumbers numbers,
            PostingTemplates templates, Forms forms) {
        this.reports = reports;
        this.file = file;
        this.paper = paper;
        this.businessDay = businessDay;
        this.numbers = numbers;
        this.templates = templates;
        this.forms = forms;
    }

    @GetMapping
    String list(Model model) {
        Map<Report.Desk, List<Report>> desks = reports.mine().stream()
                .collect(Collectors.groupingBy(Report::desk, java.util.TreeMap::new, Collectors.toList()));
        model.addAttribute("desks", desks);
        model.addAttribute("readsBooks", readsBooks());
        return "reporting/reports";
    }

    @GetMapping("/{code:[a-z-]+}")
    String show(@PathVariable String code, @ModelAttribute("asked") ReportForm asked, BindingResult wrong,
            @RequestParam(required = false) String sort, @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size, Locale locale, Model model) {
        Report report = reports.named(code);
        LocalDate today = businessDay.today();
        if (!wrong.hasErrors() && !asked.isComplete(report)) {
            return "redirect:" + asked.completed(report, today, templates.account(KnownAccount.LOANS));
        }
        model.addAttribute("report", report);
        model.addAttribute("sorted", sort);
        model.addAttribute("groupings", ReportWish.Grouping.values());
        model.addAttribute("mayOpenEntries", readsBooks());
        model.addAttribute("mostAtOnce", MOST_AT_ONCE);
        model.addAttribute("mostOnPaper", ReportPaper.MOST_ROWS);
        model.addAttribute("paperAtOnce", ReportPaper.MOST_AT_ONCE);
        boolean shown = forms.done(wrong, () -> show(report, asked.wish(report, numbers, today, locale), sort,
                PageOf.Wish.of(page, size), model));
        if (!shown) {
            model.addAttribute("wrong", forms.words(wrong));
            model.addAttribute("rows", new PageOf<Object[]>(List.of(), 0, PageOf.USUAL, 0));
        }
        return "reporting/report";
    }

    private static boolean readsBooks() {
        return Actors.current().isAny(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER);
    }

    private void show(Report report, ReportWish wish, String sort, PageOf.Wish page, Model model) {
        ReportPage shown = reports.page(report, wish, sort, page);
        model.addAttribute("wish", wish);
        model.addAttribute("rows", shown.rows().map(row -> file.cells(report.columns(), row, wish.locale())));
        model.addAttribute("total", report.columns().stream().anyMatch(Column::isSummed) ? shown.total() : null);
    }

    @GetMapping("/{code:[a-z-]+}.{kind:csv|xlsx}")
    void export(@PathVariable String code, @PathVariable String kind, @ModelAttribute("asked") ReportForm asked,
            Locale locale, HttpServletResponse response) {
        Report report = reports.named(code);
        ReportWish wish = asked.wish(report, numbers, businessDay.today(), locale);
        if (reports.count(report, wish) > MOST_AT_ONCE) {
            throw Refusal.conflict("reporting.refused.in-background", MOST_AT_ONCE);
        }
        Export.of(kind).download(response, file.name(report, wish), file.heads(report, locale),
                rows -> file.write(report, wish, rows, () -> { }));
    }

    @GetMapping("/{code:[a-z-]+}.pdf")
    void print(@PathVariable String code, @ModelAttribute("asked") ReportForm asked, Locale locale, HttpServletResponse response)
            throws IOException {
        Report report = reports.named(code);
        ReportWish wish = asked.wish(report, numbers, businessDay.today(), locale);
        if (reports.count(report, wish) > ReportPaper.MOST_AT_ONCE) {
            throw Refusal.conflict("reporting.refused.in-background", ReportPaper.MOST_AT_ONCE);
        }
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline()
                .filename(file.name(report, wish) + ".pdf").build().toString());
        paper.write(report, wish, response.getOutputStream(), rows -> { });
    }
}
