package vn.coopfund.ledger.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Account;
import vn.coopfund.ledger.Accounts;
import vn.coopfund.ledger.KnownSources;
import vn.coopfund.ledger.LoanNumbers;
import vn.coopfund.ledger.ManualEntry;
import vn.coopfund.ledger.ProposeManualEntry;
import vn.coopfund.ledger.ProposeOpeningBalances;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Once;
import vn.coopfund.web.Texts;

/** The form of an entry that the accountant writes: one without a business fact behind it, or the opening balances. */
@Controller
@RequestMapping("/books/{what:manual-entry|opening-balances}")
@Allowed(Role.ACCOUNTANT)
class ManualEntryController {

    private static final String OPENING = "opening-balances";

    private final ProposeManualEntry proposeManualEntry;
    private final ProposeOpeningBalances proposeOpeningBalances;
    private final Accounts accounts;
    private final KnownSources sources;
    private final LoanNumbers numbers;
    private final BusinessDay businessDay;
    private final Forms forms;
    private final Once once;
    private final Texts texts;

    ManualEntryController(ProposeManualEntry proposeManualEntry, ProposeOpeningBalances proposeOpeningBalances,
            Accounts accounts, KnownSources sources, LoanNumbers numbers, BusinessDay businessDay, Forms forms, Once once, Texts texts) {
        this.proposeManualEntry = proposeManualEntry;
        this.proposeOpeningBalances = proposeOpeningBalances;
        this.accounts = accounts;
        this.sources = sources;
        this.numbers = numbers;
        this.businessDay = businessDay;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
    }

    @GetMapping
    String begin(@PathVariable String what, @ModelAttribute("form") ManualEntryForm form, Locale locale, Model model) {
        form.setValueDate(businessDay.today());
        return page(what, locale, model);
    }

    /** {@code also}: only more rows. */
    @PostMapping
    String propose(@PathVariable String what, @ModelAttribute("form") ManualEntryForm form, BindingResult errors,
            @RequestParam(required = false) String also, HttpServletRequest request, Locale locale, Model model,
            RedirectAttributes next) {
        if (also != null) {
            form.more();
            return page(what, locale, model);
        }
        Long[] id = new Long[1];
        if (!forms.done(errors, () -> id[0] = once.form(request, Long.class, () -> propose(what, form)))) {
            return page(what, locale, model);
        }
        next.addFlashAttribute("notice", texts.of("ledger.proposals.proposed"));
        return "redirect:/books/proposals/" + id[0];
    }

    private long propose(String what, ManualEntryForm form) {
        ManualEntry entry = form.entry(numbers);
        return (OPENING.equals(what) ? proposeOpeningBalances.propose(entry, form.getWhy())
                : proposeManualEntry.propose(entry, form.getWhy())).id();
    }

    private String page(String what, Locale locale, Model model) {
        model.addAttribute("what", what);
        model.addAttribute("accounts", accounts.all().stream().filter(Account::leaf)
                .map(account -> new Choice(account.code(), account.code() + " – " + account.name(locale))).toList());
        model.addAttribute("sources", sources.all().stream().map(source -> new Choice(Long.toString(source.id()),
                source.account() + " – " + source.name(locale))).toList());
        return "ledger/manual-entry";
    }
}
