package vn.coopfund.servicing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.council.Matter;
import vn.coopfund.servicing.ConfirmProposal;
import vn.coopfund.servicing.Decided;
import vn.coopfund.servicing.DeclineProposal;
import vn.coopfund.servicing.Proposal;
import vn.coopfund.servicing.ProposalMatters;
import vn.coopfund.servicing.Proposals;
import vn.coopfund.servicing.WaitingActs;
import vn.coopfund.servicing.WithdrawProposal;
import vn.coopfund.web.Forms;
import vn.coopfund.web.NavigationPlace;
import vn.coopfund.web.Once;
import vn.coopfund.web.Texts;

/** Acts that wait for a second person: all of them, and one with what it would do. */
@Controller
@OpenToReadersOfProposals
class ProposalController {

    private final Proposals proposals;
    private final WaitingActs acts;
    private final ConfirmProposal confirmProposal;
    private final DeclineProposal declineProposal;
    private final WithdrawProposal withdrawProposal;
    private final ProposalMatters matters;
    private final ActPages pages;
    private final Forms forms;
    private final Once once;
    private final Texts texts;

    ProposalController(Proposals proposals, WaitingActs acts, ConfirmProposal confirmProposal,
            DeclineProposal declineProposal, WithdrawProposal withdrawProposal, ProposalMatters matters,
            ActPages pages, Forms forms, Once once, Texts texts) {
        this.proposals = proposals;
        this.acts = acts;
        this.confirmProposal = confirmProposal;
        this.declineProposal = declineProposal;
        this.withdrawProposal = withdrawProposal;
        this.matters = matters;
        this.pages = pages;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
    }

    /** What the second person answers with. */
    static class DecisionForm {
        private String reason;

        public String getReason() {
            return reason;
        }

        public void setReason(String reason) {
            this.reason = reason;
        }
    }

    @GetMapping("/proposals")
    String list(Model model) {
        model.addAttribute("waiting", proposals.pending(null).stream().map(one -> new Waiting(one, pages.waitsFor(one),
                acts.mayDecide(Actors.current(), one),
                !pages.hindrance(one).isEmpty(), matters.of(one).orElse(null))).toList());
        return "servicing/proposals";
    }

    /**
     * One of the list: whom it waits for, whether that is the reader, whether it could not be done today, and how it stands
     * before the council, null where it does not.
     */
    record Waiting(Proposal proposal, String waitsFor, boolean mine, boolean hindered, Matter matter) {
    }

    @GetMapping("/repayment-proposals")
    String formerPlace() {
        return "redirect:/proposals";
    }

    @GetMapping("/proposals/{id}")
    String one(@PathVariable long id, @ModelAttribute("form") DecisionForm form, Model model) {
        return proposals.loanOfMoved(id).map(loan -> "redirect:/loans/" + loan).orElseGet(() -> page(id, model));
    }

    @PostMapping("/proposals/{id}/confirmation")
    @Allowed({Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.COUNCIL_CHAIR})
    String confirm(@PathVariable long id, @ModelAttribute("form") DecisionForm form, BindingResult errors,
            HttpServletRequest request, Model model, RedirectAttributes next) {
        Decided[] decided = new Decided[1];
        if (!forms.done(errors, () -> decided[0] = once.form(request, Decided.class, () -> confirmProposal.confirm(id)))) {
            return page(id, model);
        }
        next.addFlashAttribute("notice", texts.of("servicing.proposal.confirmed", "#" + decided[0].kind().key()));
        next.addFlashAttribute("voucher", decided[0].voucher());
        return "redirect:/loans/" + decided[0].loanId();
    }

    @PostMapping("/proposals/{id}/rejection")
    @Allowed({Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.COUNCIL_CHAIR})
    String reject(@PathVariable long id, @ModelAttribute("form") DecisionForm form, BindingResult errors, Model model,
            RedirectAttributes next) {
        if (!forms.done(errors, () -> declineProposal.decline(id, form.getReason()))) {
            return page(id, model.addAttribute("failed", true));
        }
        next.addFlashAttribute("notice", texts.of("servicing.proposal.rejected"));
        return "redirect:/proposals";
    }

    @PostMapping("/proposals/{id}/withdrawal")
    @Allowed({Role.LOAN_OFFICER, Role.ACCOUNTANT})
    String withdraw(@PathVariable long id, @ModelAttribute("form") DecisionForm form, BindingResult errors, Model model,
            RedirectAttributes next) {
        Proposal proposal = proposals.byId(id);
        if (!forms.done(errors, () -> withdrawProposal.withdraw(id))) {
            return page(id, model);
        }
        next.addFlashAttribute("notice", texts.of("servicing.proposals.withdrawn"));
        return "redirect:" + (proposal.loanId() == null ? "/proposals" : "/loans/" + proposal.loanId());
    }

    private String page(long id, Model model) {
        Proposal proposal = proposals.byId(id);
        model.addAttribute("proposal", proposal);
        model.addAttribute("mine", acts.mayDecide(Actors.current(), proposal));
        model.addAttribute("matter", matters.of(proposal).orElse(null));
        pages.show(proposal, model);
        model.addAttribute("mayWithdraw", proposal.isPending() && proposal.proposedBy() == Actors.current().id());
        return "servicing/proposal";
    }

    @Configuration(proxyBeanMethods = false)
    static class Places {
        @Bean
        NavigationPlace loansPlace() {
            return new NavigationPlace(30, "servicing.loans", "/loans", Set.of(Role.BORROWER, Role.LOAN_OFFICER,
                    Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR, Role.ACCOUNTANT,
                    Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER), null);
        }

        @Bean
        NavigationPlace proposalsPlace(Proposals proposals, WaitingActs acts) {
            return new NavigationPlace(35, "servicing.proposals", "/proposals",
                    Set.of(Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.COUNCIL_CHAIR),
                    () -> (int) proposals.pending(null).stream().filter(one -> acts.mayDecide(Actors.current(), one)).count());
        }
    }
}
