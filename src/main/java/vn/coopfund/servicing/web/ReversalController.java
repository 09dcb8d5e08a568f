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
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.servicing.DisbursementView;
import vn.coopfund.servicing.Loans;
import vn.coopfund.servicing.Proposed;
import vn.coopfund.servicing.ReverseDisbursement;
import vn.coopfund.servicing.ReverseRepayment;
import vn.coopfund.servicing.TakenReceipts;
import vn.coopfund.web.Refusal;

/** Money that was recorded by mistake, or came back: why, what taking it back would do, and then the proposal. */
@Controller
@RequestMapping("/loans/{id}")
@Allowed(Role.ACCOUNTANT)
class ReversalController {

    private final Loans loans;
    private final TakenReceipts receipts;
    private final ReverseRepayment reverseRepayment;
    private final ReverseDisbursement reverseDisbursement;
    private final ActPages pages;
    private final BusinessDay businessDay;

    ReversalController(Loans loans, TakenReceipts receipts, ReverseRepayment reverseRepayment,
            ReverseDisbursement reverseDisbursement, ActPages pages, BusinessDay businessDay) {
        this.loans = loans;
        this.receipts = receipts;
        this.reverseRepayment = reverseRepayment;
        this.reverseDisbursement = reverseDisbursement;
        this.pages = pages;
        this.businessDay = businessDay;
    }

    @GetMapping("/repayments/{repayment}/reversal")
    String askOfRepayment(@PathVariable long id, @PathVariable long repayment, @ModelAttribute("form") ReversalForm form,
            Model model) {
        return repaymentPage(id, repayment, model);
    }

    @PostMapping("/repayments/{repayment}/reversal/preview")
    String previewOfRepayment(@PathVariable long id, @PathVariable long repayment,
            @ModelAttribute("form") ReversalForm form, BindingResult errors, HttpServletRequest request, Model model) {
        return pages.preview(errors, request, model, () -> ofRepayment(id, repayment, form))
                ? "servicing/act-preview" : repaymentPage(id, repayment, model);
    }

    @PostMapping("/repayments/{repayment}/reversal")
    String proposeOfRepayment(@PathVariable long id, @PathVariable long repayment,
            @ModelAttribute("form") ReversalForm form, BindingResult errors, HttpServletRequest request, Model model,
            RedirectAttributes next) {
        String there = pages.propose(errors, request, next, () -> ofRepayment(id, repayment, form));
        return there == null ? repaymentPage(id, repayment, model) : there;
    }

    @GetMapping("/disbursements/{disbursement}/reversal")
    String askOfDisbursement(@PathVariable long id, @PathVariable long disbursement,
            @ModelAttribute("form") ReversalForm form, Model model) {
        form.setReturnedOn(businessDay.today());
        return disbursementPage(id, disbursement, model);
    }

    @PostMapping("/disbursements/{disbursement}/reversal/preview")
    String previewOfDisbursement(@PathVariable long id, @PathVariable long disbursement,
            @ModelAttribute("form") ReversalForm form, BindingResult errors, HttpServletRequest request, Model model) {
        return pages.preview(errors, request, model, () -> ofDisbursement(id, disbursement, form))
                ? "servicing/act-preview" : disbursementPage(id, disbursement, model);
    }

    @PostMapping("/disbursements/{disbursement}/reversal")
    String proposeOfDisbursement(@PathVariable long id, @PathVariable long disbursement,
            @ModelAttribute("form") ReversalForm form, BindingResult errors, HttpServletRequest request, Model model,
            RedirectAttributes next) {
        String there = pages.propose(errors, request, next, () -> ofDisbursement(id, disbursement, form));
        return there == null ? disbursementPage(id, disbursement, model) : there;
    }

    private Proposed ofRepayment(long id, long repayment, ReversalForm form) {
        return reverseRepayment.propose(Subject.loan(id), repayment, form.getWhy());
    }

    private Proposed ofDisbursement(long id, long disbursement, ReversalForm form) {
        return reverseDisbursement.propose(Subject.loan(id), disbursement, form.getReturnedOn(), form.getWhy());
    }

    private String repaymentPage(long id, long repayment, Model model) {
        model.addAttribute("loan", loans.file(id));
        model.addAttribute("receipt", receipts.byId(id, repayment));
        model.addAttribute("action", "/loans/" + id + "/repayments/" + repayment + "/reversal");
        return "servicing/reversal";
    }

    private String disbursementPage(long id, long disbursement, Model model) {
        DisbursementView paid = loans.disbursements(id).stream().filter(one -> one.id() == disbursement).findFirst()
                .orElseThrow(Refusal::notFound);
        model.addAttribute("loan", loans.file(id));
        model.addAttribute("disbursement", paid);
        model.addAttribute("action", "/loans/" + id + "/disbursements/" + disbursement + "/reversal");
        return "servicing/reversal";
    }
}
