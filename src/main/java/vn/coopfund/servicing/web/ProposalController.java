package vn.coopfund.servicing.web;

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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.servicing.ConfirmRepayment;
import vn.coopfund.servicing.Proposals;
import vn.coopfund.servicing.RejectRepayment;
import vn.coopfund.web.Forms;
import vn.coopfund.web.NavigationPlace;
import vn.coopfund.web.Texts;

/** Late receipts that wait for the second person. */
@Controller
@RequestMapping("/repayment-proposals")
@Allowed({Role.CHIEF_ACCOUNTANT, Role.ACCOUNTANT, Role.CONTROLLER})
class ProposalController {

    private final Proposals proposals;
    private final ConfirmRepayment confirmRepayment;
    private final RejectRepayment rejectRepayment;
    private final Forms forms;
    private final Texts texts;

    ProposalController(Proposals proposals, ConfirmRepayment confirmRepayment, RejectRepayment rejectRepayment,
            Forms forms, Texts texts) {
        this.proposals = proposals;
        this.confirmRepayment = confirmRepayment;
        this.rejectRepayment = rejectRepayment;
        this.forms = forms;
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

    @GetMapping
    String list(@ModelAttribute("form") DecisionForm form, Model model) {
        return page(model);
    }

    @PostMapping("/{id}/confirmation")
    @Allowed(Role.CHIEF_ACCOUNTANT)
    String confirm(@PathVariable long id, @ModelAttribute("form") DecisionForm form, BindingResult errors, Model model,
            RedirectAttributes next) {
        return forms.done(errors, () -> confirmRepayment.confirm(id)) ? back(next, "servicing.proposal.confirmed") : page(model);
    }

    @PostMapping("/{id}/rejection")
    @Allowed(Role.CHIEF_ACCOUNTANT)
    String reject(@PathVariable long id, @ModelAttribute("form") DecisionForm form, BindingResult errors, Model model,
            RedirectAttributes next) {
        return forms.done(errors, () -> rejectRepayment.reject(id, form.getReason()))
                ? back(next, "servicing.proposal.rejected") : page(model.addAttribute("failed", id));
    }

    private String back(RedirectAttributes next, String notice) {
        next.addFlashAttribute("notice", texts.of(notice));
        return "redirect:/repayment-proposals";
    }

    private String page(Model model) {
        model.addAttribute("waiting", proposals.pending(null));
        model.addAttribute("mayDecide", Actors.current().is(Role.CHIEF_ACCOUNTANT));
        return "servicing/repayment-proposals";
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
        NavigationPlace proposalsPlace(Proposals proposals) {
            return new NavigationPlace(35, "servicing.proposals", "/repayment-proposals",
                    Set.of(Role.CHIEF_ACCOUNTANT), () -> proposals.pending(null).size());
        }
    }
}
