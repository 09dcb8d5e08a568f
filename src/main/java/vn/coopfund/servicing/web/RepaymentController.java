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
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.servicing.AccountNames;
import vn.coopfund.servicing.Channel;
import vn.coopfund.servicing.LoanFile;
import vn.coopfund.servicing.Loans;
import vn.coopfund.servicing.PreviewRepayment;
import vn.coopfund.servicing.RepaymentResult;
import vn.coopfund.servicing.TakeRepayment;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.vouchers.BankChoices;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Once;
import vn.coopfund.web.Texts;

/** Money comes in: the form, what it would do, and once confirmed what it did. */
@Controller
@RequestMapping("/loans/{id}/repayment")
@Allowed(Role.ACCOUNTANT)
class RepaymentController {

    private final Loans loans;
    private final PreviewRepayment previewRepayment;
    private final TakeRepayment takeRepayment;
    private final BusinessDay businessDay;
    private final AccountNames names;
    private final BankAccounts banks;
    private final Forms forms;
    private final Once once;
    private final Texts texts;

    RepaymentController(Loans loans, PreviewRepayment previewRepayment, TakeRepayment takeRepayment,
            BusinessDay businessDay, AccountNames names, BankAccounts banks, Forms forms, Once once, Texts texts) {
        this.loans = loans;
        this.previewRepayment = previewRepayment;
        this.takeRepayment = takeRepayment;
        this.businessDay = businessDay;
        this.names = names;
        this.banks = banks;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
    }

    @GetMapping
    String ask(@PathVariable long id, @ModelAttribute("form") RepaymentForm form, Model model) {
        LoanFile loan = loans.file(id);
        if (form.getValueDate() == null) {
            form.setValueDate(businessDay.today());
        }
        if (form.getAmount() == null && loan.toPayToday() > 0) {
            form.setAmount(Dong.of(loan.toPayToday()));
        }
        return page(loan, model);
    }

    /** Shows what would happen; nothing does yet. */
    @PostMapping("/preview")
    String preview(@PathVariable long id, @ModelAttribute("form") RepaymentForm form, BindingResult errors,
            Model model) {
        LoanFile loan = loans.file(id);
        if (!forms.done(errors, () -> {
            PreviewRepayment.Preview preview = previewRepayment.preview(Subject.loan(id), form.receipt(banks));
            form.refuseUntold(preview.secondPerson());
            model.addAttribute("preview", preview);
        })) {
            return page(loan, model);
        }
        model.addAttribute("loan", loan);
        model.addAttribute("names", names.all());
        return "servicing/repayment-preview";
    }

    @PostMapping
    String take(@PathVariable long id, @ModelAttribute("form") RepaymentForm form, BindingResult errors,
            HttpServletRequest request, Model model, RedirectAttributes next) {
        RepaymentResult[] taken = new RepaymentResult[1];
        if (!forms.done(errors, () -> taken[0] = once.form(request, RepaymentResult.class,
                () -> takeRepayment.take(Subject.loan(id), form.receipt(banks), form.getWhy())))) {
            return page(loans.file(id), model);
        }
        boolean waits = taken[0].state() == RepaymentResult.State.PENDING;
        next.addFlashAttribute("notice", texts.of(waits ? "servicing.repayment.waits" : "servicing.repayment.taken",
                form.getAmount()));
        next.addFlashAttribute("voucher", taken[0].voucher());
        return "redirect:/loans/" + id;
    }

    private String page(LoanFile loan, Model model) {
        model.addAttribute("loan", loan);
        model.addAttribute("banks", BankChoices.of(banks));
        model.addAttribute("channels", List.of(Channel.values()));
        model.addAttribute("early", List.of(EarlyRepayment.values()));
        return "servicing/repayment";
    }
}
