package vn.coopfund.ledger.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.ledger.Accounts;
import vn.coopfund.ledger.BookProposal;
import vn.coopfund.ledger.BookProposals;
import vn.coopfund.ledger.ConfirmBookProposal;
import vn.coopfund.ledger.DeclineBookProposal;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Once;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;

/** Acts on the books that wait for a second person: their list, and one with what it would post. */
@Controller
@RequestMapping("/books/proposals")
@Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER, Role.ADMINISTRATOR})
class BookProposalController {

    private final BookProposals proposals;
    private final ConfirmBookProposal confirm;
    private final DeclineBookProposal decline;
    private final Accounts accounts;
    private final Forms forms;
    private final Once once;
    private final Texts texts;

    BookProposalController(BookProposals proposals, ConfirmBookProposal confirm, DeclineBookProposal decline,
            Accounts accounts, Forms forms, Once once, Texts texts) {
        this.proposals = proposals;
        this.confirm = confirm;
        this.decline = decline;
        this.accounts = accounts;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
    }

    /** Why it is declined. */
    static class DecideForm {
        private String reason;

        public String getReason() {
            return reason;
        }

        public void setReason(String reason) {
            this.reason = reason;
        }
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("proposals", proposals.latest());
        return "ledger/proposals";
    }

    @GetMapping("/{id:\\d+}")
    String show(@PathVariable long id, @ModelAttribute("form") DecideForm form, Model model) {
        return page(id, model);
    }

    @PostMapping("/{id:\\d+}/confirmation")
    @Allowed({Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.ADMINISTRATOR})
    String confirm(@PathVariable long id, @ModelAttribute("form") DecideForm form, BindingResult errors,
            HttpServletRequest request, Model model, RedirectAttributes next) {
        boolean done = forms.done(errors, () -> once.form(request, Boolean.class, () -> {
            confirm.confirm(id);
            return true;
        }));
        return done ? to(id, "ledger.proposals.confirmed", next) : page(id, model);
    }

    @PostMapping("/{id:\\d+}/decline")
    @Allowed({Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.ADMINISTRATOR})
    String decline(@PathVariable long id, @ModelAttribute("form") DecideForm form, BindingResult errors, Model model,
            RedirectAttributes next) {
        return forms.done(errors, () -> decline.decline(id, form.getReason())) ? to(id, "ledger.proposals.declined", next)
                : page(id, model);
    }

    private String to(long id, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", texts.of(notice));
        return "redirect:/books/proposals/" + id;
    }

    private String page(long id, Model model) {
        Actor actor = Actors.current();
        BookProposal proposal = proposals.byId(id);
        model.addAttribute("proposal", proposal);
        model.addAttribute("accounts", accounts.byCode());
        model.addAttribute("changes", proposals.changes(proposal));
        model.addAttribute("differences", proposals.differences(proposal));
        model.addAttribute("mine", proposal.isPending() && actor.is(proposal.kind().decider())
                && proposal.proposedBy() != actor.id());
        if (proposal.isPending()) {
            try {
                model.addAttribute("entries", proposals.shown(proposal));
            } catch (Refusal hindered) {
                model.addAttribute("hindered", hindered.reasons().stream().map(texts::of).toList());
            }
        } else {
            model.addAttribute("entries", List.of());
        }
        return "ledger/proposal";
    }
}
