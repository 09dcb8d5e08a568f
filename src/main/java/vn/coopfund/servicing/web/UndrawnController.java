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
import vn.coopfund.servicing.ReleaseUndrawn;

/** What is not drawn of a loan is to be given up. */
@Controller
@RequestMapping("/loans/{id}/undrawn")
@Allowed(Role.LOAN_OFFICER)
class UndrawnController {

    private final Loans loans;
    private final ReleaseUndrawn releaseUndrawn;
    private final ActPages pages;

    UndrawnController(Loans loans, ReleaseUndrawn releaseUndrawn, ActPages pages) {
        this.loans = loans;
        this.releaseUndrawn = releaseUndrawn;
        this.pages = pages;
    }

    @GetMapping
    String ask(@PathVariable long id, @ModelAttribute("form") ReversalForm form, Model model) {
        return page(id, model);
    }

    @PostMapping("/preview")
    String preview(@PathVariable long id, @ModelAttribute("form") ReversalForm form, BindingResult errors,
            HttpServletRequest request, Model model) {
        return pages.preview(errors, request, model, () -> release(id, form)) ? "servicing/act-preview" : page(id, model);
    }

    @PostMapping
    String propose(@PathVariable long id, @ModelAttribute("form") ReversalForm form, BindingResult errors,
            HttpServletRequest request, Model model, RedirectAttributes next) {
        String there = pages.propose(errors, request, next, () -> release(id, form));
        return there == null ? page(id, model) : there;
    }

    private Proposed release(long id, ReversalForm form) {
        return releaseUndrawn.propose(Subject.loan(id), form.getWhy());
    }

    private String page(long id, Model model) {
        model.addAttribute("loan", loans.file(id));
        model.addAttribute("action", "/loans/" + id + "/undrawn");
        return "servicing/reversal";
    }
}
