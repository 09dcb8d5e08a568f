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
import vn.coopfund.servicing.ReverseAcceleration;

/** That a loan was called back is to be taken back. */
@Controller
@RequestMapping("/loans/{id}/recall/reversal")
@Allowed(Role.LOAN_OFFICER)
class RecallReversalController extends ActController<ReversalForm> {

    private final Loans loans;
    private final ReverseAcceleration reverseAcceleration;

    RecallReversalController(Loans loans, ReverseAcceleration reverseAcceleration, ActPages pages) {
        super(pages);
        this.loans = loans;
        this.reverseAcceleration = reverseAcceleration;
    }

    @GetMapping
    String ask(@PathVariable long id, @ModelAttribute("form") ReversalForm form, Model model) {
        return page(id, model);
    }

    @Override
    Proposed propose(long id, ReversalForm form) {
        return reverseAcceleration.propose(Subject.loan(id), form.getWhy());
    }

    @Override
    String page(long id, Model model) {
        model.addAttribute("loan", loans.file(id));
        model.addAttribute("recalled", true);
        model.addAttribute("action", "/loans/" + id + "/recall/reversal");
        return "servicing/reversal";
    }
}
