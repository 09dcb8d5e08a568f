package vn.coopfund.servicing.web;

import javax.money.MonetaryAmount;
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
import vn.coopfund.servicing.LoanFile;
import vn.coopfund.servicing.Loans;
import vn.coopfund.servicing.Proposed;
import vn.coopfund.servicing.WaiveInterest;
import vn.coopfund.servicing.WaiverTerms;

/** Interest that is due is to be forgiven. */
@Controller
@RequestMapping("/loans/{id}/waiver")
@Allowed({Role.LOAN_OFFICER, Role.ACCOUNTANT})
class WaiverController extends ActController<WaiverForm> {

    private final Loans loans;
    private final WaiveInterest waiveInterest;

    WaiverController(Loans loans, WaiveInterest waiveInterest, ActPages pages) {
        super(pages);
        this.loans = loans;
        this.waiveInterest = waiveInterest;
    }

    @GetMapping
    String ask(@PathVariable long id, @ModelAttribute("form") WaiverForm form, Model model) {
        LoanFile loan = loans.file(id);
        form.setOverdueInterest(Dong.of(loan.position().overdueInterest()));
        form.setLateInterest(Dong.of(loan.position().lateInterest()));
        return page(id, model);
    }

    @Override
    Proposed propose(long id, WaiverForm form) {
        return waiveInterest.propose(Subject.loan(id), new WaiverTerms(amount(form.getInterest()),
                amount(form.getOverdueInterest()), amount(form.getLateInterest()), form.isUnableToPay()), form.getWhy());
    }

    private static Long amount(MonetaryAmount given) {
        return given == null ? null : Dong.longOf(given);
    }

    @Override
    String page(long id, Model model) {
        model.addAttribute("loan", loans.file(id));
        return "servicing/waiver";
    }
}
