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
import vn.coopfund.servicing.ReleaseUndrawn;

/** What is not drawn of a loan is to be given up. */
@Controller
@RequestMapping("/loans/{id}/undrawn")
@Allowed(Role.LOAN_OFFICER)
class UndrawnController extends ActController<ReversalForm> {

    private final Loans loans;
    private final ReleaseUndrawn releaseUndrawn;

    UndrawnController(Loans loans, ReleaseUndrawn releaseUndrawn, ActPages pages) {
        super(pages);
        this.loans = loans;
        this.releaseUndrawn = releaseUndrawn;
    }

    @GetMapping
    String ask(@PathVariable long id, @ModelAttribute("form") ReversalForm form, Model model) {
        return page(id, model);
    }

    @Override
    Proposed propose(long id, ReversalForm form) {
        return releaseUndrawn.propose(Subject.loan(id), form.getWhy());
    }

    @Override
    String page(long id, Model model) {
        model.addAttribute("loan", loans.file(id));
        model.addAttribute("action", "/loans/" + id + "/undrawn");
        return "servicing/reversal";
    }
}
