package vn.coopfund.risk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.risk.AttachInspectionPaper;
import vn.coopfund.risk.Inspections;
import vn.coopfund.risk.OpenSampleInspection;
import vn.coopfund.servicing.Loans;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Export;
import vn.coopfund.web.Forms;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SortBy;
import vn.coopfund.web.Texts;

/** Which loans are inspected when, and the sample that the controller asks for. */
@Controller
@RequestMapping("/risk/inspections")
@OpenToReadersOfRisk
class InspectionController {

    static final List<String> COLUMNS = List.of("number", "borrower", "project", "outstanding", "disbursed", "last", "outcome",
            "reason", "due", "days-late", "recall");

    private final Inspections inspections;
    private final OpenSampleInspection openSampleInspection;
    private final AttachInspectionPaper attachInspectionPaper;
    private final Loans loans;
    private final Forms forms;
    private final Texts texts;

    InspectionController(Inspections inspections, OpenSampleInspection openSampleInspection,
            AttachInspectionPaper attachInspectionPaper, Loans loans, Forms forms, Texts texts) {
        this.inspections = inspections;
        this.openSampleInspection = openSampleInspection;
        this.attachInspectionPaper = attachInspectionPaper;
        this.loans = loans;
        this.forms = forms;
        this.texts = texts;
    }

    @GetMapping
    String list(@RequestParam(required = false) String q, @RequestParam(defaultValue = "ALL") Inspections.Only only,
            @RequestParam(required = false) String sort, @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size, Model model) {
        SortBy order = SortBy.of(sort, "due", Inspections.COLUMNS);
        model.addAttribute("listed", inspections.list(new Inspections.Filter(q, only), order, PageOf.Wish.ofPage(page, size)));
        model.addAttribute("sorted", order.wish());
        model.addAttribute("onlys", Arrays.stream(Inspections.Only.values()).filter(one -> one != Inspections.Only.ALL)
                .map(one -> new Choice(one.name(), texts.of("risk.inspections.only." + one))).toList());
        return "risk/inspections";
    }

    @GetMapping("/export.{file:csv|xlsx}")
    void export(@PathVariable String file, @RequestParam(required = false) String q,
            @RequestParam(defaultValue = "ALL") Inspections.Only only, @RequestParam(required = false) String sort, Locale locale,
            HttpServletResponse response) {
        SortBy order = SortBy.of(sort, "due", Inspections.COLUMNS);
        Export.of(file).download(response, "kiem-tra-su-dung-von",
                COLUMNS.stream().map(column -> texts.in(locale, "risk.inspections.column." + column)).toList(),
                rows -> PageOf.each(wish -> inspections.list(new Inspections.Filter(q, only), order, wish).page(),
                        one -> rows.add(cells(one))));
    }

    private Object[] cells(Inspections.Row one) {
        return new Object[] {one.number(), one.borrower(), one.projectName(), one.outstanding(), one.disbursedOn(), one.last(),
            one.lastOutcome() == null ? null : texts.of("risk.inspection.outcome." + one.lastOutcome()),
            texts.of("risk.inspection.reason." + one.reason()), one.dueOn(), one.daysLate(),
            one.recall() == null ? null : texts.of("risk.recall.state." + one.recall())};
    }

    @GetMapping("/sample")
    @Allowed(Role.CONTROLLER)
    String ask(@RequestParam long loan, @ModelAttribute("form") SampleForm form, Model model) {
        return page(loan, model);
    }

    @PostMapping("/sample")
    @Allowed(Role.CONTROLLER)
    String open(@RequestParam long loan, @ModelAttribute("form") SampleForm form, BindingResult errors, Model model,
            RedirectAttributes next) {
        if (!forms.done(errors, () -> openSampleInspection.open(Subject.loan(loan), form.getWhy()))) {
            return page(loan, model);
        }
        next.addFlashAttribute("notice", texts.of("risk.sample.opened"));
        return "redirect:/loans/" + loan;
    }

    @GetMapping("/papers")
    @Allowed(Role.LOAN_OFFICER)
    String paper(@RequestParam long loan, Model model) {
        return paper(loan, new PaperForm(null), model);
    }

    @PostMapping("/papers")
    @Allowed(Role.LOAN_OFFICER)
    String attach(@RequestParam long loan, @ModelAttribute("paper") PaperForm paper, BindingResult errors, Model model,
            RedirectAttributes next) {
        if (!forms.done(errors, () -> attach(loan, paper.file()))) {
            return paper(loan, paper, model);
        }
        next.addFlashAttribute("notice", texts.of("risk.paper.attached", paper.file().getOriginalFilename()));
        return "redirect:/loans/" + loan;
    }

    private void attach(long loan, MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw Refusal.invalid("file", "risk.refused.file-needed");
        }
        try {
            attachInspectionPaper.attach(Subject.loan(loan), file.getOriginalFilename(), file.getInputStream());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String paper(long loan, PaperForm form, Model model) {
        model.addAttribute("loan", loans.file(loan));
        model.asMap().putIfAbsent("paper", form);
        return "risk/inspection-paper";
    }

    private String page(long loan, Model model) {
        model.addAttribute("loan", loans.file(loan));
        return "risk/sample";
    }
}
