package vn.coopfund.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
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
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.documents.Attachments;
import vn.coopfund.reporting.AnswerFinding;
import vn.coopfund.reporting.AttachFindingPaper;
import vn.coopfund.reporting.Findings;
import vn.coopfund.reporting.JudgeAnswer;
import vn.coopfund.reporting.RaiseFinding;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Export;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Once;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;

/** The controller's findings: raised here, answered by the responsible, returned or closed. */
@Controller
@RequestMapping("/control/findings")
@Allowed({Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR,
    Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER})
class FindingController {

    private static final int USUAL_DAYS = 15;
    private static final List<String> HEADS = List.of("reporting.finding.title", "reporting.finding.responsible",
            "reporting.finding.due", "reporting.finding.state", "reporting.finding.step", "reporting.finding.on",
            "reporting.finding.by", "reporting.finding.words", "reporting.finding.papers");

    private final Findings findings;
    private final RaiseFinding raiseFinding;
    private final AnswerFinding answerFinding;
    private final JudgeAnswer judgeAnswer;
    private final AttachFindingPaper attachFindingPaper;
    private final Attachments attachments;
    private final People people;
    private final BusinessDay businessDay;
    private final Forms forms;
    private final Once once;
    private final Texts texts;

    FindingController(Findings findings, RaiseFinding raiseFinding, AnswerFinding answerFinding, JudgeAnswer judgeAnswer,
            AttachFindingPaper attachFindingPaper, Attachments attachments, People people, BusinessDay businessDay, Forms forms, Once once, Texts texts) {
        this.findings = findings;
        this.raiseFinding = raiseFinding;
        this.answerFinding = answerFinding;
        this.judgeAnswer = judgeAnswer;
        this.attachFindingPaper = attachFindingPaper;
        this.attachments = attachments;
        this.people = people;
        this.businessDay = businessDay;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "false") boolean all, Model model) {
        model.addAttribute("findings", findings.list(!all));
        model.addAttribute("mayRaise", Actors.current().is(Role.CONTROLLER));
        return "reporting/findings";
    }

    /** Each step of each is a row: what was found, answered and concluded, when and by whom. */
    @GetMapping("/steps.{file:csv|xlsx}")
    void export(@PathVariable String file, @RequestParam(defaultValue = "false") boolean all, HttpServletResponse response) {
        Export.of(file).download(response, "phat-hien-kiem-soat", HEADS.stream().map(texts::of).toList(),
                rows -> findings.list(!all).forEach(finding -> findings.history(finding.id()).forEach(step -> rows.add(
                        finding.title(), finding.responsibleName(), finding.dueOn(),
                        texts.of("reporting.finding.state." + finding.state()), texts.of("reporting.step." + step.kind()), step.on(),
                        step.by(), step.words(), finding.papers()))));
    }

    @GetMapping("/new")
    @Allowed(Role.CONTROLLER)
    String ask(@ModelAttribute("form") FindingForm form, Model model) {
        form.setDueOn(businessDay.today().plusDays(USUAL_DAYS));
        return asked(model);
    }

    private String asked(Model model) {
        model.addAttribute("people", Arrays.stream(Role.values()).filter(role -> Role.isStaff(role) && role != Role.CONTROLLER)
                .flatMap(role -> people.withRole(role).stream()).distinct()
                .map(person -> new Choice(Long.toString(person.id()), person.displayName())).distinct().toList());
        return "reporting/finding-new";
    }

    @PostMapping
    @Allowed(Role.CONTROLLER)
    String raise(@ModelAttribute("form") FindingForm form, BindingResult errors, Model model, HttpServletRequest request) {
        Long[] id = new Long[1];
        return forms.done(errors, () -> id[0] = once.form(request, Long.class, () -> raiseFinding.raise(form.getTitle(),
                form.getMatter(), form.getResponsible(), form.getDueOn(), form.getWords())))
                ? "redirect:/control/findings/" + id[0] : asked(model);
    }

    @GetMapping("/{id:\\d+}")
    String show(@PathVariable long id, @ModelAttribute("form") FindingForm form, Model model) {
        Findings.Finding finding = findings.byId(id);
        model.addAttribute("finding", finding);
        model.addAttribute("history", findings.history(id));
        model.addAttribute("papers", attachments.of(Subject.finding(id)));
        model.addAttribute("mayAttach", finding.takesPapersOf(Actors.current()));
        model.asMap().putIfAbsent("paper", new PaperForm(null));
        model.addAttribute("mayAnswer", finding.waitsFor(Actors.current()) && finding.state() != Findings.Step.ANSWERED);
        model.addAttribute("mayJudge", finding.waitsFor(Actors.current()) && finding.state() == Findings.Step.ANSWERED);
        return "reporting/finding";
    }

    /** A paper of a finding. */
    record PaperForm(MultipartFile file) {
    }

    @PostMapping("/{id:\\d+}/papers")
    String attach(@PathVariable long id, @ModelAttribute("paper") PaperForm paper, BindingResult errors, Model model,
            RedirectAttributes next) {
        if (!forms.done(errors, () -> attach(id, paper.file()))) {
            FindingForm form = new FindingForm();
            model.addAttribute("form", form);
            return show(id, form, model);
        }
        next.addFlashAttribute("notice", texts.of("reporting.finding.attached"));
        return "redirect:/control/findings/" + id;
    }

    private void attach(long id, MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw Refusal.invalid("file", "documents.refused.empty");
        }
        try (InputStream content = file.getInputStream()) {
            attachFindingPaper.attach(Subject.finding(id), file.getOriginalFilename(), content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @PostMapping("/{id:\\d+}/answer")
    @Allowed({Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR,
        Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER})
    String answer(@PathVariable long id, @ModelAttribute("form") FindingForm form, BindingResult errors, Model model,
            RedirectAttributes next) {
        return done(id, form, errors, model, next, () -> answerFinding.answer(id, form.getWords()));
    }

    @PostMapping("/{id:\\d+}/judgement")
    @Allowed(Role.CONTROLLER)
    String judge(@PathVariable long id, @ModelAttribute("form") FindingForm form, BindingResult errors,
            @RequestParam(required = false) String also, Model model, RedirectAttributes next) {
        return done(id, form, errors, model, next, () -> judgeAnswer.judge(id, !"return".equals(also), form.getWords()));
    }

    private String done(long id, FindingForm form, BindingResult errors, Model model, RedirectAttributes next, Runnable act) {
        if (!forms.done(errors, act)) {
            return show(id, form, model);
        }
        next.addFlashAttribute("notice", texts.of("reporting.finding.kept"));
        return "redirect:/control/findings/" + id;
    }
}
