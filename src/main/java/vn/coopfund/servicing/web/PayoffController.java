package vn.coopfund.servicing.web;

import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.servicing.Loans;
import vn.coopfund.servicing.QuotePayoff;
import vn.coopfund.web.Forms;

/** What settles a loan on a day. */
@Controller
@RequestMapping("/loans/{id}/payoff")
@OpenToReadersOfLoans
class PayoffController {

    private final Loans loans;
    private final QuotePayoff quotePayoff;
    private final BusinessDay businessDay;
    private final Forms forms;

    PayoffController(Loans loans, QuotePayoff quotePayoff, BusinessDay businessDay, Forms forms) {
        this.loans = loans;
        this.quotePayoff = quotePayoff;
        this.businessDay = businessDay;
        this.forms = forms;
    }

    /** The day asked for. */
    static class QuoteForm {
        private LocalDate on;

        public LocalDate getOn() {
            return on;
        }

        public void setOn(LocalDate on) {
            this.on = on;
        }
    }

    @GetMapping
    String quote(@PathVariable long id, @ModelAttribute("form") QuoteForm form, BindingResult errors, Model model) {
        model.addAttribute("loan", loans.file(id));
        model.addAttribute("mayTake", Actors.current().is(Role.ACCOUNTANT));
        if (form.getOn() == null && !errors.hasErrors()) {
            form.setOn(businessDay.today());
        }
        forms.done(errors, () -> model.addAttribute("quote", quotePayoff.quote(Subject.loan(id), form.getOn())));
        return "servicing/payoff";
    }
}
