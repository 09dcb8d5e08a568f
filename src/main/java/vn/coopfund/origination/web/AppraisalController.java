package vn.coopfund.origination.web;

import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.collateral.Items;
import vn.coopfund.origination.AppraisalFile;
import vn.coopfund.origination.ApplicationView;
import vn.coopfund.origination.Applications;
import vn.coopfund.origination.AppraisalReport;
import vn.coopfund.origination.AppraisalReports;
import vn.coopfund.origination.LendingPapers;
import vn.coopfund.origination.SaveAppraisal;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;

/** The appraisal report: read as it stands or as it was sealed, written in steps that save, printed with its submission. */
@Controller
@RequestMapping("/applications/{id:\\d+}/appraisal")
@OpenToReadersOfReports
class AppraisalController {

    private static final int STEPS = 6;

    private final Applications applications;
    private final AppraisalReports reports;
    private final AppraisalFile file;
    private final SaveAppraisal saveAppraisal;
    private final LendingPapers papers;
    private final Items items;
    private final BusinessDay businessDay;
    private final Forms forms;
    private final Texts texts;

    AppraisalController(Applications applications, AppraisalReports reports, AppraisalFile file, SaveAppraisal saveAppraisal,
            LendingPapers papers, Items items, BusinessDay businessDay, Forms forms, Texts texts) {
        this.applications = applications;
        this.reports = reports;
        this.file = file;
        this.saveAppraisal = saveAppraisal;
        this.papers = papers;
        this.items = items;
        this.businessDay = businessDay;
        this.forms = forms;
        this.texts = texts;
    }

    @InitBinder("form")
    void bindFields(WebDataBinder binder) {
        binder.initDirectFieldAccess();
    }

    @GetMapping
    String latest(@PathVariable long id, Model model) {
        boolean writes = Actors.current().is(Role.APPRAISER) && file.isWritable(id);
        model.addAttribute("writes", writes);
        return page(id, writes ? file.toWrite(id) : file.latest(id), model);
    }

    @GetMapping("/rounds/{round:\\d{1,6}}")
    String round(@PathVariable long id, @PathVariable int round, Model model) {
        return page(id, file.round(id, round), model);
    }

    private String page(long id, AppraisalFile.Report report, Model model) {
        ApplicationView application = applications.byId(id);
        model.addAttribute("dossier", application);
        model.addAttribute("content", application.content());
        model.addAttribute("report", report);
        model.addAttribute("collateral", items.ofApplication(id));
        model.addAttribute("rounds", reports.sealed(id));
        return "origination/appraisal-report";
    }

    @GetMapping("/rounds/{round:\\d{1,6}}/{paper:report|submission}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id, @PathVariable int round, @PathVariable String paper) {
        byte[] content = paper.equals("report") ? papers.report(id, round) : papers.submission(id, round);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.inline().filename((paper.equals("report") ? "bao-cao-tham-dinh-" : "to-trinh-") + id + "-"
                        + round + ".pdf").build().toString()).body(content);
    }

    @GetMapping("/edit/{step:\\d}")
    @Allowed(Role.APPRAISER)
    String step(@PathVariable long id, @PathVariable int step, Model model) {
        model.addAttribute("form", AppraisalForm.of(file.toWrite(id), applications.byId(id).content().quarters(),
                businessDay.today().getYear() - 1));
        return show(id, step, model);
    }

    @PostMapping("/edit/{step:\\d}")
    @Allowed(Role.APPRAISER)
    String save(@PathVariable long id, @PathVariable int step, @ModelAttribute("form") AppraisalForm form,
            BindingResult errors, @RequestParam(required = false) String also, Model model, RedirectAttributes after) {
        boolean saved = forms.done(errors, form::nameOf,
                () -> saveAppraisal.save(Subject.application(id), form.version(), now -> form.over(now, step)));
        if (!saved) {
            return show(id, step, model);
        }
        after.addFlashAttribute("notice", texts.of("origination.report.saved"));
        String report = "redirect:/applications/" + id + "/appraisal";
        return "later".equals(also) || step >= STEPS ? report : report + "/edit/" + (step + 1);
    }

    private String show(long id, int step, Model model) {
        if (step < 1 || step > STEPS) {
            throw Refusal.notFound();
        }
        ApplicationView application = applications.byId(id);
        model.addAttribute("dossier", application);
        model.addAttribute("content", application.content());
        model.addAttribute("step", step);
        model.addAttribute("debtRows", ((AppraisalForm) model.getAttribute("form")).debtRows());
        model.addAttribute("legalPapers", AppraisalReport.Paper.values());
        model.addAttribute("seenChoices", List.of(new Choice("true", texts.of("origination.report.seen.true")),
                new Choice("false", texts.of("origination.report.seen.false"))));
        return "origination/appraisal-edit";
    }
}
