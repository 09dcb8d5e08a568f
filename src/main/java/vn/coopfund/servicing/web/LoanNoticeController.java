package vn.coopfund.servicing.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.servicing.IssueLoanNotice;
import vn.coopfund.servicing.LoanNoticeKind;
import vn.coopfund.web.Once;
import vn.coopfund.web.Texts;

/** Notices to a borrower on paper; they are kept among the loan's papers. */
@Controller
@RequestMapping("/loans/{id}/notices")
@Allowed({Role.LOAN_OFFICER, Role.ACCOUNTANT})
class LoanNoticeController {

    private final IssueLoanNotice issueLoanNotice;
    private final Once once;
    private final Texts texts;

    LoanNoticeController(IssueLoanNotice issueLoanNotice, Once once, Texts texts) {
        this.issueLoanNotice = issueLoanNotice;
        this.once = once;
        this.texts = texts;
    }

    @PostMapping
    String issue(@PathVariable long id, @RequestParam LoanNoticeKind kind, HttpServletRequest request,
            RedirectAttributes next) {
        once.form(request, Long.class, () -> issueLoanNotice.issue(Subject.loan(id), kind));
        next.addFlashAttribute("notice", texts.of("servicing.notice-issued", "#" + kind.key()));
        return "redirect:/loans/" + id;
    }
}
