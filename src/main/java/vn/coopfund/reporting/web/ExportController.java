package vn.coopfund.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.LoanNumbers;
import vn.coopfund.reporting.AskForExport;
import vn.coopfund.reporting.CancelExport;
import vn.coopfund.reporting.ExportJob;
import vn.coopfund.reporting.ExportJobs;
import vn.coopfund.reporting.Report;
import vn.coopfund.reporting.FetchExport;
import vn.coopfund.reporting.FileKind;
import vn.coopfund.reporting.RepeatExport;
import vn.coopfund.reporting.ReportFile;
import vn.coopfund.reporting.Reports;
import vn.coopfund.web.Once;

/** Files made in the background: asked for, followed, and fetched by who asked. */
@Controller
@RequestMapping("/reports")
@OpenToReadersOfReports
class ExportController {

    private final AskForExport askForExport;
    private final FetchExport fetchExport;
    private final CancelExport cancelExport;
    private final RepeatExport repeatExport;
    private final ExportJobs jobs;
    private final Reports reports;
    private final ReportFile file;
    private final LoanNumbers numbers;
    private final BusinessDay businessDay;
    private final Once once;

    ExportController(AskForExport askForExport, FetchExport fetchExport, CancelExport cancelExport, RepeatExport repeatExport,
            ExportJobs jobs, Reports reports, ReportFile file, LoanNumbers numbers, BusinessDay businessDay, Once once) {
        this.askForExport = askForExport;
        this.fetchExport = fetchExport;
        this.cancelExport = cancelExport;
        this.repeatExport = repeatExport;
        this.jobs = jobs;
        this.reports = reports;
        this.file = file;
        this.numbers = numbers;
        this.businessDay = businessDay;
        this.once = once;
    }

    @PostMapping("/{code:[a-z-]+}/exports")
    String ask(@PathVariable String code, @RequestParam FileKind file, @ModelAttribute ReportForm asked, Locale locale,
            HttpServletRequest request) {
        Report report = reports.named(code);
        once.form(request, Long.class, () -> askForExport.ask(code, file,
                asked.wish(report, numbers, businessDay.today(), locale)));
        return "redirect:/reports/exports";
    }

    @GetMapping("/exports")
    String list(Model model) {
        model.addAttribute("jobs", jobs.mine());
        model.addAttribute("kept", ExportJobs.DAYS_KEPT);
        return "reporting/exports";
    }

    @PostMapping("/exports/{id:\\d+}/cancellation")
    String cancel(@PathVariable long id) {
        cancelExport.cancel(id);
        return "redirect:/reports/exports";
    }

    @PostMapping("/exports/{id:\\d+}/repetition")
    String repeat(@PathVariable long id) {
        repeatExport.repeat(id);
        return "redirect:/reports/exports";
    }

    @GetMapping("/exports/{id:\\d+}")
    void fetch(@PathVariable long id, HttpServletResponse response) throws IOException {
        ExportJob job = fetchExport.fetch(id);
        Report report = reports.named(job.report());
        response.setContentType(job.file().contentType());
        response.setContentLengthLong(job.size());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                .filename(file.name(report, job.wish()) + "." + job.file().extension()).build().toString());
        jobs.read(id, response.getOutputStream());
    }
}
