package vn.coopfund.treasury.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.treasury.ConfirmUnmatch;
import vn.coopfund.treasury.DeclineUnmatch;
import vn.coopfund.treasury.Lines;
import vn.coopfund.treasury.Match;
import vn.coopfund.treasury.Matches;
import vn.coopfund.treasury.ProposeUnmatch;
import vn.coopfund.treasury.UnmatchAsked;
import vn.coopfund.treasury.Unmatching;
import vn.coopfund.treasury.Unmatchings;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Once;
import vn.coopfund.web.Texts;

/** A match is undone: asked for by one person, decided by another. */
@Controller
@RequestMapping("/bank")
@OpenToReadersOfBank
class UnmatchController {

    private final Matches matches;
    private final Lines lines;
    private final Unmatchings unmatchings;
    private final ProposeUnmatch proposeUnmatch;
    private final ConfirmUnmatch confirmUnmatch;
    private final DeclineUnmatch declineUnmatch;
    private final Forms forms;
    private final Once once;
    private final Texts texts;

    UnmatchController(Matches matches, Lines lines, Unmatchings unmatchings, ProposeUnmatch proposeUnmatch,
            ConfirmUnmatch confirmUnmatch, DeclineUnmatch declineUnmatch, Forms forms, Once once, Texts texts) {
        this.matches = matches;
        this.lines = lines;
        this.unmatchings = unmatchings;
        this.proposeUnmatch = proposeUnmatch;
        this.confirmUnmatch = confirmUnmatch;
        this.declineUnmatch = declineUnmatch;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
    }

    @GetMapping("/matches/{id:\\d+}/undoing")
    @Allowed(Role.ACCOUNTANT)
    String ask(@PathVariable long id, @ModelAttribute("form") ReasonForm form, Model model) {
        return page(id, null, model);
    }

    @PostMapping("/matches/{id:\\d+}/undoing")
    @Allowed(Role.ACCOUNTANT)
    String ask(@PathVariable long id, @ModelAttribute("form") ReasonForm form, BindingResult errors, HttpServletRequest request,
            Model model, RedirectAttributes next) {
        UnmatchAsked[] asked = new UnmatchAsked[1];
        if (!forms.done(errors, field -> field.equals("why") ? "reason" : field, () -> asked[0] = once.form(request,
                UnmatchAsked.class, () -> proposeUnmatch.propose(id, form.getReason())))) {
            return page(id, null, model);
        }
        next.addFlashAttribute("notice", texts.of("treasury.unmatching.asked"));
        return "redirect:" + asked[0].path();
    }

    @GetMapping("/unmatchings/{id:\\d+}")
    String show(@PathVariable long id, @ModelAttribute("form") ReasonForm form, Model model) {
        Unmatching asked = unmatchings.byId(id);
        return page(asked.matchId(), asked, model);
    }

    @PostMapping("/unmatchings/{id:\\d+}/confirmation")
    @Allowed(Role.CHIEF_ACCOUNTANT)
    String confirm(@PathVariable long id, HttpServletRequest request, RedirectAttributes next) {
        once.form(request, Unmatching.class, () -> confirmUnmatch.confirm(id));
        next.addFlashAttribute("notice", texts.of("treasury.unmatching.confirmed"));
        return "redirect:/bank/unmatchings/" + id;
    }

    @PostMapping("/unmatchings/{id:\\d+}/decline")
    @Allowed(Role.CHIEF_ACCOUNTANT)
    String decline(@PathVariable long id, @ModelAttribute("form") ReasonForm form, BindingResult errors, Model model,
            RedirectAttributes next) {
        if (!forms.done(errors, field -> "reason", () -> declineUnmatch.decline(id, form.getReason()))) {
            Unmatching asked = unmatchings.byId(id);
            return page(asked.matchId(), asked, model);
        }
        next.addFlashAttribute("notice", texts.of("treasury.unmatching.declined"));
        return "redirect:/bank/unmatchings/" + id;
    }

    private String page(long matchId, Unmatching asked, Model model) {
        Match match = matches.byId(matchId);
        model.addAttribute("match", match);
        model.addAttribute("line", lines.byId(match.lineId()));
        model.addAttribute("asked", asked);
        model.addAttribute("mayDecide", asked != null && asked.isPending() && Actors.current().is(Role.CHIEF_ACCOUNTANT)
                && asked.proposedBy() != Actors.current().id());
        return "treasury/unmatching";
    }

    /** Why it is undone, or is not. */
    public static class ReasonForm {

        private String reason;

        public String getReason() {
            return reason;
        }

        public void setReason(String reason) {
            this.reason = reason;
        }
    }
}
