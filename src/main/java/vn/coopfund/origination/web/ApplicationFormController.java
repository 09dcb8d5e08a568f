package vn.coopfund.origination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.origination.ApplicationView;
import vn.coopfund.origination.Applications;
import vn.coopfund.origination.AttachPaper;
import vn.coopfund.origination.CaseFile;
import vn.coopfund.origination.DiscardDraft;
import vn.coopfund.origination.DraftApplication;
import vn.coopfund.origination.RemovePaper;
import vn.coopfund.origination.SaveApplication;
import vn.coopfund.origination.SecurityKind;
import vn.coopfund.origination.SubmitApplication;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Once;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;

/** The application's form in steps that save: project, money, security, cash flow, papers, check and submit. */
@Controller
@RequestMapping("/applications")
@Allowed({Role.BORROWER, Role.LOAN_OFFICER})
class ApplicationFormController {

    private static final int PAPERS = 5;
    private static final int CHECK = 6;
    /** On which step a field stands. */
    private static final Map<String, Integer> STEPS = Map.of("projectName", 1, "purpose", 1, "totalCost", 2,
            "ownCapital", 2, "amount", 2, "termMonths", 2, "monthsBetween", 2, "securityKind", 3, "cashFlowText", 4);

    private final Applications applications;
    private final CaseFile caseFile;
    private final DraftApplication draftApplication;
    private final SaveApplication saveApplication;
    private final AttachPaper attachPaper;
    private final RemovePaper removePaper;
    private final SubmitApplication submitApplication;
    private final DiscardDraft discardDraft;
    private final Forms forms;
    private final Once once;
    private final Texts texts;

    ApplicationFormController(Applications applications, CaseFile caseFile,
            DraftApplication draftApplication, SaveApplication saveApplication, AttachPaper attachPaper,
            RemovePaper removePaper, SubmitApplication submitApplication, DiscardDraft discardDraft, Forms forms, Once once, Texts texts) {
        this.applications = applications;
        this.caseFile = caseFile;
        this.draftApplication = draftApplication;
        this.saveApplication = saveApplication;
        this.attachPaper = attachPaper;
        this.removePaper = removePaper;
        this.submitApplication = submitApplication;
        this.discardDraft = discardDraft;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
    }

    @ModelAttribute("securityKinds")
    List<Choice> securityKinds() {
        return java.util.Arrays.stream(SecurityKind.values())
                .map(kind -> new Choice(kind.name(), texts.of(kind.key()))).toList();
    }

    @ModelAttribute("rhythms")
    List<Choice> rhythms() {
        return List.of(1, 3, 6, 12).stream()
                .map(months -> new Choice(String.valueOf(months), texts.of("origination.rhythm." + months))).toList();
    }

    @GetMapping("/new")
    String begin(Model model) {
        model.addAttribute("form", new ApplicationForm());
        return first(model);
    }

    @PostMapping
    String draft(@ModelAttribute("form") ApplicationForm form, BindingResult errors, HttpServletRequest request,
            @RequestParam(required = false) String also, Model model) {
        refuseNameless(form, errors);
        Long[] id = new Long[1];
        boolean drafted = forms.done(errors, () -> id[0] = once.form(request, Long.class,
                () -> draftApplication.draft(form.getBorrowerId(), form.content()).id()));
        return !drafted ? first(model) : "redirect:/applications/" + id[0] + ("later".equals(also) ? "" : "/edit/2");
    }

    /** A draft that somebody begins on the page has a name to be found by. */
    private void refuseNameless(ApplicationForm form, BindingResult errors) {
        if (form.getProjectName() == null || form.getProjectName().isBlank()) {
            errors.rejectValue("projectName", "origination.project-name.needed", texts.of("origination.project-name.needed"));
        }
    }

    @PostMapping("/{id}/discard")
    String discard(@PathVariable long id, RedirectAttributes after) {
        discardDraft.discard(Subject.application(id));
        after.addFlashAttribute("notice", texts.of("origination.discarded"));
        return "redirect:/applications";
    }

    private String first(Model model) {
        model.addAttribute("step", 1);
        if (!Actors.current().is(Role.BORROWER)) {
            model.addAttribute("borrowers", applications.borrowerChoices());
        }
        return "origination/edit";
    }

    @GetMapping("/{id}/edit")
    String resume(@PathVariable long id) {
        return "redirect:/applications/" + id + "/edit/" + Math.min(CHECK, editable(id).step());
    }

    @GetMapping("/{id}/edit/{step}")
    String step(@PathVariable long id, @PathVariable int step, Model model) {
        ApplicationView application = editable(id);
        model.addAttribute("form", ApplicationForm.of(application));
        return show(id, step, model);
    }

    @PostMapping("/{id}/edit/{step}")
    String save(@PathVariable long id, @PathVariable int step, @ModelAttribute("form") ApplicationForm form,
            BindingResult errors, @RequestParam(required = false) String also, Model model) {
        boolean saved = forms.done(errors,
                () -> saveApplication.save(Subject.application(id), now -> form.over(now, step), Math.min(CHECK, step + 1)));
        if (!saved) {
            return show(id, step, model);
        }
        return switch (also == null ? "" : also) {
            case "later" -> "redirect:/applications/" + id;
            case "check" -> "redirect:/applications/" + id + "/edit/" + CHECK;
            default -> "redirect:/applications/" + id + "/edit/" + (step + 1);
        };
    }

    @PostMapping("/{id}/papers")
    @Allowed({Role.BORROWER, Role.LOAN_OFFICER, Role.APPRAISER})
    String attach(@PathVariable long id, @RequestParam String kind, @RequestParam List<MultipartFile> file,
            @RequestParam(required = false) String back, RedirectAttributes after) throws IOException {
        try {
            for (MultipartFile one : file) {
                attachPaper.attach(Subject.application(id), kind, one.getOriginalFilename(), one.getInputStream());
            }
            after.addFlashAttribute("notice", texts.of("origination.paper.attached",
                    file.stream().map(MultipartFile::getOriginalFilename).collect(Collectors.joining(", "))));
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                throw refusal;
            }
            after.addFlashAttribute("refused", refusal.reasons().stream().map(texts::of).toList());
            after.addFlashAttribute("refusedKind", kind);
            after.addFlashAttribute("erroneous", true);
        }
        return "redirect:" + ("case".equals(back) ? "/applications/" + id : "/applications/" + id + "/edit/" + PAPERS);
    }

    @PostMapping("/{id}/papers/{paper}/removal")
    String remove(@PathVariable long id, @PathVariable long paper) {
        removePaper.remove(Subject.application(id), paper);
        return "redirect:/applications/" + id + "/edit/" + PAPERS;
    }

    @PostMapping("/{id}/submission")
    String submit(@PathVariable long id, @ModelAttribute("form") ApplicationForm form, BindingResult errors,
            HttpServletRequest request, Model model, RedirectAttributes after) {
        boolean submitted = forms.done(errors, () -> once.form(request, Long.class,
                () -> submitApplication.submit(Subject.application(id)).id()));
        if (!submitted) {
            model.addAttribute("elsewhere", whereToMend(id));
            return show(id, CHECK, model);
        }
        after.addFlashAttribute("notice", texts.of("origination.submitted", applications.byId(id).number()));
        return "redirect:/applications/" + id;
    }

    /** Where what is wrong at the check is put right, by the field or the refusal's key. */
    private static Map<String, String> whereToMend(long id) {
        String steps = "/applications/" + id + "/edit/";
        Map<String, String> there = new HashMap<>(Map.of("origination.paper.missing", steps + PAPERS + "#kind",
                "origination.profile-incomplete", "/profile", "origination.consent-missing", "/profile"));
        STEPS.forEach((field, step) -> there.put(field, steps + step + "#" + field));
        return there;
    }

    private ApplicationView editable(long id) {
        ApplicationView application = applications.byId(id);
        if (!application.isEditable()) {
            throw Refusal.conflict("origination.not-editable", "#" + application.state().key());
        }
        return application;
    }

    private String show(long id, int step, Model model) {
        if (step < 1 || step > CHECK) {
            throw Refusal.notFound();
        }
        caseFile.of(id).forEach(model::addAttribute);
        model.addAttribute("step", step);
        return "origination/edit";
    }
}
