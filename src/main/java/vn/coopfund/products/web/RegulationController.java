package vn.coopfund.products.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.products.ConfirmRegulation;
import vn.coopfund.products.DeclineRegulation;
import vn.coopfund.products.LendingRegulations;
import vn.coopfund.products.PreviewRegulation;
import vn.coopfund.products.ProposeRegulation;
import vn.coopfund.products.RegulationChange;
import vn.coopfund.products.RegulationVersion;
import vn.coopfund.products.Regulations;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Once;
import vn.coopfund.web.Texts;

/** The lending regulation: what holds, what waits for a second person, and every version there was. */
@Controller
@RequestMapping("/products/regulation")
@Allowed(Role.ADMINISTRATOR)
class RegulationController {

    private final LendingRegulations inForce;
    private final Regulations regulations;
    private final PreviewRegulation previewRegulation;
    private final ProposeRegulation proposeRegulation;
    private final ConfirmRegulation confirmRegulation;
    private final DeclineRegulation declineRegulation;
    private final RegulationWords words;
    private final RegulationHistory history;
    private final Duties duties;
    private final BusinessDay businessDay;
    private final Forms forms;
    private final Once once;
    private final Texts texts;

    RegulationController(LendingRegulations inForce, Regulations regulations, PreviewRegulation previewRegulation,
            ProposeRegulation proposeRegulation, ConfirmRegulation confirmRegulation,
            DeclineRegulation declineRegulation, RegulationWords words, RegulationHistory history, Duties duties,
            BusinessDay businessDay, Forms forms, Once once, Texts texts) {
        this.inForce = inForce;
        this.regulations = regulations;
        this.previewRegulation = previewRegulation;
        this.proposeRegulation = proposeRegulation;
        this.confirmRegulation = confirmRegulation;
        this.declineRegulation = declineRegulation;
        this.words = words;
        this.history = history;
        this.duties = duties;
        this.businessDay = businessDay;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
    }

    @GetMapping
    @OpenToReadersOfRegulation
    String show(@ModelAttribute("form") RegulationForm form, Model model) {
        return page(model);
    }

    @GetMapping("/new")
    String begin(Model model) {
        model.addAttribute("form", RegulationForm.of(regulations.latest().regulation(), businessDay.today()));
        return ask(model);
    }

    /** Shows what would change; nothing does yet. */
    @PostMapping("/preview")
    String preview(@ModelAttribute("form") RegulationForm form, BindingResult errors, Model model) {
        if (!forms.done(errors, RegulationForm::nameOf,
                () -> model.addAttribute("preview", previewRegulation.preview(form.draft())))) {
            return ask(model);
        }
        PreviewRegulation.Preview preview = (PreviewRegulation.Preview) model.getAttribute("preview");
        model.addAttribute("changes", words.changes(preview.changes()));
        return "products/regulation-preview";
    }

    @PostMapping
    String propose(@ModelAttribute("form") RegulationForm form, BindingResult errors,
            @RequestParam(required = false) String also, HttpServletRequest request, Model model,
            RedirectAttributes next) {
        boolean back = "back".equals(also);
        if (back || !forms.done(errors, RegulationForm::nameOf, () -> once.form(request, Long.class,
                () -> proposeRegulation.propose(form.draft()).id()))) {
            return ask(model);
        }
        next.addFlashAttribute("notice", texts.of("products.regulation.proposed"));
        return "redirect:/products/regulation";
    }

    @PostMapping("/{id:\\d+}/confirmation")
    String confirm(@PathVariable long id, RedirectAttributes next) {
        confirmRegulation.confirm(id);
        next.addFlashAttribute("notice", texts.of("products.regulation.confirmed"));
        return "redirect:/products/regulation";
    }

    @PostMapping("/{id:\\d+}/decline")
    String decline(@PathVariable long id, @ModelAttribute("form") RegulationForm form, BindingResult errors,
            Model model, RedirectAttributes next) {
        if (!forms.done(errors, () -> declineRegulation.decline(id, form.getReason()))) {
            return page(model);
        }
        next.addFlashAttribute("notice", texts.of("products.regulation.declined"));
        return "redirect:/products/regulation";
    }

    private String ask(Model model) {
        model.addAttribute("groups", words.inputs());
        return "products/regulation-form";
    }

    private String page(Model model) {
        Actor actor = Actors.current();
        var regulation = inForce.on(businessDay.today());
        RegulationVersion waiting = regulations.pending().orElse(null);
        model.addAttribute("regulation", regulation);
        model.addAttribute("groups", words.groups(regulation));
        model.addAttribute("history", history.of(regulations.confirmed(), businessDay.today()));
        model.addAttribute("mayPropose", actor.is(Role.ADMINISTRATOR) && waiting == null);
        model.addAttribute("waiting", waiting);
        if (waiting != null) {
            model.addAttribute("changes", words.changes(
                    RegulationChange.between(regulations.latest().regulation(), waiting.regulation())));
            model.addAttribute("proposedBy", history.name(waiting.proposedBy()));
            model.addAttribute("mayDecide", actor.is(Role.ADMINISTRATOR)
                    && duties.conflicts(actor, waiting.subject(), Duty.CONFIRM_PARAMETER).isEmpty());
        }
        return "products/regulation";
    }
}
