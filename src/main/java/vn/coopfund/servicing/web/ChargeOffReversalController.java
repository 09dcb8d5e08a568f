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
import vn.coopfund.servicing.ReverseChargeOff;

/** A debt that left the balance sheet by mistake is to be brought back. */
@Controller
@RequestMapping("/loans/{id}/charge-off/reversal")
@Allowed(Role.ACCOUNTANT)
class ChargeOffReversalController extends ActController<ReversalForm> {

    private final Loans loans;
    private final ReverseChargeOff reverseChargeOff;

    ChargeOffReversalController(Loans loans, ReverseChargeOff reverseChargeOff, ActPages pages) {
        super(pages);
        this.loans = loans;
        this.reverseChargeOff = reverseChargeOff;
    }

    @GetMapping
    String ask(@PathVariable long id, @ModelAttribute("form") ReversalForm form, Model model) {
        return page(id, model);
    }

    @Override
    Proposed propose(long id, ReversalForm form) {
        return reverseChargeOff.propose(Subject.loan(id), form.getWhy());
    }

    @Override
    String page(long id, Model model) {
        model.addAttribute("loan", loans.file(id));
        model.addAttribute("chargedOff", true);
        model.addAttribute("action", "/loans/" + id + "/charge-off/reversal");
        return "servicing/reversal";
    }
}
