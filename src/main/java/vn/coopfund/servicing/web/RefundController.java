package vn.coopfund.servicing.web;

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
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.money.Dong;
import vn.coopfund.servicing.Channel;
import vn.coopfund.servicing.LoanFile;
import vn.coopfund.servicing.Loans;
import vn.coopfund.servicing.Proposed;
import vn.coopfund.servicing.RefundCredit;
import vn.coopfund.servicing.RefundTerms;

/** A borrower's credit is to be paid back. */
@Controller
@RequestMapping("/loans/{id}/refund")
@Allowed(Role.ACCOUNTANT)
class RefundController {

    private final Loans loans;
    private final RefundCredit refundCredit;
    private final ActPages pages;

    RefundController(Loans loans, RefundCredit refundCredit, ActPages pages) {
        this.loans = loans;
        this.refundCredit = refundCredit;
        this.pages = pages;
    }

    @GetMapping
    String ask(@PathVariable long id, @ModelAttribute("form") RefundForm form, Model model) {
        LoanFile loan = loans.file(id);
        form.setAmount(Dong.of(loan.position().credit()));
        return page(id, model);
    }

    @PostMapping("/preview")
    String preview(@PathVariable long id, @ModelAttribute("form") RefundForm form, BindingResult errors,
            HttpServletRequest request, Model model) {
        return pages.preview(errors, request, model, () -> propose(id, form)) ? "servicing/act-preview" : page(id, model);
    }

    @PostMapping
    String propose(@PathVariable long id, @ModelAttribute("form") RefundForm form, BindingResult errors,
            HttpServletRequest request, Model model, RedirectAttributes next) {
        String there = pages.propose(errors, request, next, () -> propose(id, form));
        return there == null ? page(id, model) : there;
    }

    private Proposed propose(long id, RefundForm form) {
        return refundCredit.propose(Subject.loan(id),
                new RefundTerms(form.getAmount(), form.getChannel(), form.getAccount()), form.getWhy());
    }

    private String page(long id, Model model) {
        model.addAttribute("loan", loans.file(id));
        model.addAttribute("channels", List.of(Channel.values()));
        return "servicing/refund";
    }
}
