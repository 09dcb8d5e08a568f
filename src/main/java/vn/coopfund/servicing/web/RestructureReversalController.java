package vn.coopfund.servicing.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.servicing.Loans;
import vn.coopfund.servicing.Proposed;
import vn.coopfund.servicing.ReverseRestructure;

/** The last restructuring of a loan is to be taken back. */
@Controller
@RequestMapping("/loans/{id}/restructuring/reversal")
@Allowed(Role.LOAN_OFFICER)
class RestructureReversalController extends ActController<ReversalForm> {

    private final Loans loans;
    private final ReverseRestructure reverseRestructure;

    RestructureReversalController(Loans loans, ReverseRestructure reverseRestructure, ActPages pages) {
        super(pages);
        this.loans = loans;
        this.reverseRestructure = reverseRestructure;
    }

    @GetMapping
    String ask(@PathVariable long id, @ModelAttribute("form") ReversalForm form, Model model) {
        return page(id, model);
    }

    @Override
    Proposed propose(long id, ReversalForm form) {
        return reverseRestructure.propose(Subject.loan(id), form.getWhy());
    }

    @Override
    String page(long id, Model model) {
        model.addAttribute("loan", loans.file(id));
        model.addAttribute("restructured", true);
        model.addAttribute("action", "/loans/" + id + "/restructuring/reversal");
        return "servicing/reversal";
    }
}
