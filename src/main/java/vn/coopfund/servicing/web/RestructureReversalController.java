package vn.coopfund.servicing.web;

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
class RestructureReversalController {

    private final Loans loans;
    private final ReverseRestructure reverseRestructure;
    private final ActPages pages;

    RestructureReversalController(Loans loans, ReverseRestructure reverseRestructure, ActPages pages) {
        this.loans = loans;
        this.reverseRestructure = reverseRestructure;
        this.pages = pages;
    }

    @GetMapping
    String ask(@PathVariable long id, @ModelAttribute("form") ReversalForm form, Model model) {
        return page(id, model);
    }

    @PostMapping("/preview")
    String preview(@PathVariable long id, @ModelAttribute("form") ReversalForm form, BindingResult errors,
            HttpServletRequest request, Model model) {
        return pages.preview(errors, request, model, () -> reverse(id, form)) ? "servicing/act-preview" : page(id, model);
    }

    @PostMapping
    String propose(@PathVariable long id, @ModelAttribute("form") ReversalForm form, BindingResult errors,
            HttpServletRequest request, Model model, RedirectAttributes next) {
        String there = pages.propose(errors, request, next, () -> reverse(id, form));
        return there == null ? page(id, model) : there;
    }

    private Proposed reverse(long id, ReversalForm form) {
        return reverseRestructure.propose(Subject.loan(id), form.getWhy());
    }

    private String page(long id, Model model) {
        model.addAttribute("loan", loans.file(id));
        model.addAttribute("restructured", true);
        model.addAttribute("action", "/loans/" + id + "/restructuring/reversal");
        return "servicing/reversal";
    }
}
