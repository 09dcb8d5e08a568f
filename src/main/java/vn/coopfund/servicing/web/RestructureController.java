package vn.coopfund.servicing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.servicing.AccountNames;
import vn.coopfund.servicing.DraftRestructure;
import vn.coopfund.servicing.Loans;
import vn.coopfund.servicing.PlanRestructure;
import vn.coopfund.servicing.Rehearsal;
import vn.coopfund.servicing.RestructureRequest;
import vn.coopfund.servicing.RestructureRequests;
import vn.coopfund.servicing.RestructureTerms;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Once;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.Inbox;

/** The rows of a restructuring, planned in equal parts or changed one by one, before and after side by side. */
@Controller
@RequestMapping("/loans/{id}/restructuring")
@Allowed(Role.LOAN_OFFICER)
class RestructureController {

    private final Loans loans;
    private final RestructureRequests requests;
    private final DraftRestructure draftRestructure;
    private final PlanRestructure planRestructure;
    private final Rehearsal rehearsal;
    private final AccountNames names;
    private final Inbox inbox;
    private final Forms forms;
    private final Once once;
    private final Texts texts;

    RestructureController(Loans loans, RestructureRequests requests, DraftRestructure draftRestructure,
            PlanRestructure planRestructure, Rehearsal rehearsal, AccountNames names, Inbox inbox, Forms forms, Once once,
            Texts texts) {
        this.loans = loans;
        this.requests = requests;
        this.draftRestructure = draftRestructure;
        this.planRestructure = planRestructure;
        this.rehearsal = rehearsal;
        this.names = names;
        this.inbox = inbox;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
    }

    /** Without a choice of the officer's the page begins with what was kept, or with the wish. */
    @GetMapping
    String ask(@PathVariable long id, @ModelAttribute("form") RestructureForm form, BindingResult errors,
            HttpServletRequest request, Model model) {
        RestructureRequest open = requests.openOn(id).orElse(null);
        if (open != null && request.getParameter("kind") == null) {
            form.begin(open);
        }
        boolean noEnd = form.getKind() == RestructureTerms.Kind.EXTEND && form.getNewEnd() == null;
        if (!noEnd && form.getRows().isEmpty()) {
            forms.done(errors, () -> form.fill(planRestructure.plan(id, form.getKind(), form.getNewEnd())));
        }
        return page(id, model);
    }

    /** A schedule has up to 600 rows. */
    @InitBinder("form")
    void rows(WebDataBinder binder) {
        binder.setAutoGrowCollectionLimit(RepaymentTerms.MOST_ROWS);
    }

    @PostMapping(path = "/preview", params = "more")
    String more(@PathVariable long id, @ModelAttribute("form") RestructureForm form, BindingResult errors, Model model) {
        form.more();
        return page(id, model);
    }

    @PostMapping("/preview")
    String preview(@PathVariable long id, @ModelAttribute("form") RestructureForm form, BindingResult errors,
            HttpServletRequest request, Model model) {
        boolean fits = forms.done(errors, () -> {
            model.addAttribute("scene", rehearsal.ofRestructure(id, form.terms()));
            model.addAttribute("names", names.all());
            model.addAttribute("fields", ActPages.given(request));
        });
        page(id, model);
        return fits ? "servicing/restructuring-preview" : "servicing/restructuring";
    }

    /** On to the task in which the plan is submitted. */
    @PostMapping
    String keep(@PathVariable long id, @ModelAttribute("form") RestructureForm form, BindingResult errors,
            HttpServletRequest request, Model model, RedirectAttributes next) {
        if (!forms.done(errors, () -> once.form(request, RestructureRequest.class,
                () -> draftRestructure.keep(Subject.loan(id), form.terms(), form.getWhy())))) {
            return page(id, model);
        }
        next.addFlashAttribute("notice", texts.of("servicing.restructure.kept"));
        return "redirect:" + inbox.mineOn(Subject.loan(id)).stream().filter(task -> task.key().equals("Task_AppraiseRestructure"))
                .findFirst().map(task -> "/tasks/" + task.id()).orElse("/loans/" + id);
    }

    private String page(long id, Model model) {
        model.addAttribute("loan", loans.file(id));
        model.addAttribute("kinds", List.of(RestructureTerms.Kind.values()));
        model.addAttribute("request", requests.openOn(id).orElse(null));
        return "servicing/restructuring";
    }
}
