package vn.coopfund.servicing.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
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
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.vouchers.BankChoices;

/** A borrower's credit is to be paid back. */
@Controller
@RequestMapping("/loans/{id}/refund")
@Allowed(Role.ACCOUNTANT)
class RefundController extends ActController<RefundForm> {

    private final Loans loans;
    private final RefundCredit refundCredit;
    private final BankAccounts banks;

    RefundController(Loans loans, RefundCredit refundCredit, BankAccounts banks, ActPages pages) {
        super(pages);
        this.loans = loans;
        this.refundCredit = refundCredit;
        this.banks = banks;
    }

    @GetMapping
    String ask(@PathVariable long id, @ModelAttribute("form") RefundForm form, Model model) {
        LoanFile loan = loans.file(id);
        form.setAmount(Dong.of(loan.position().credit()));
        return page(id, model);
    }

    @Override
    Proposed propose(long id, RefundForm form) {
        return refundCredit.propose(Subject.loan(id),
                new RefundTerms(form.getAmount(), form.getChannel(), form.getAccount(),
                        banks.named(form.getBankAccount())), form.getWhy());
    }

    @Override
    String page(long id, Model model) {
        model.addAttribute("loan", loans.file(id));
        model.addAttribute("banks", BankChoices.of(banks));
        model.addAttribute("channels", List.of(Channel.values()));
        return "servicing/refund";
    }
}
