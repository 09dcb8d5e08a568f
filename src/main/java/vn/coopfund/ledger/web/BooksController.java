package vn.coopfund.ledger.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Accounts;
import vn.coopfund.ledger.Books;
import vn.coopfund.ledger.JournalFilter;
import vn.coopfund.ledger.JournalLine;
import vn.coopfund.ledger.LoanNumbers;
import vn.coopfund.ledger.TrialBalance;
import vn.coopfund.web.Export;
import vn.coopfund.web.Forms;
import vn.coopfund.web.PageOf;

/** The journal, one entry, the trial balance and the memorandum book, with their files. */
@Controller
@RequestMapping("/books")
@Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER})
class BooksController {

    private final Books books;
    private final Accounts accounts;
    private final BusinessDay businessDay;
    private final Headings headings;
    private final LoanNumbers numbers;
    private final Forms forms;

    BooksController(Books books, Accounts accounts, BusinessDay businessDay, Headings headings, LoanNumbers numbers,
            Forms forms) {
        this.books = books;
        this.accounts = accounts;
        this.businessDay = businessDay;
        this.headings = headings;
        this.numbers = numbers;
        this.forms = forms;
    }

    @GetMapping
    String start() {
        return "redirect:/books/journal";
    }

    /** Without a filter the present month is shown, and the address says so. */
    @GetMapping("/journal")
    String journal(@ModelAttribute("filter") JournalWish wish, BindingResult wrong,
            @RequestParam(required = false) Integer page, @RequestParam(required = false) Integer size,
            HttpServletRequest request, Model model) {
        if (request.getParameterMap().isEmpty()) {
            return "redirect:/books/journal?from=" + businessDay.today().withDayOfMonth(1);
        }
        boolean shown = forms.done(wrong, () -> show(wish.filter(numbers), PageOf.Wish.of(page, size), model));
        if (!shown) {
            model.addAttribute("wrong", forms.words(wrong));
            model.addAttribute("lines", new PageOf<JournalLine>(List.of(), 0, PageOf.USUAL, 0));
        }
        return "ledger/journal";
    }

    private void show(JournalFilter filter, PageOf.Wish wish, Model model) {
        model.addAttribute("lines", books.journal(filter, wish));
        model.addAttribute("turnover", books.turnover(filter));
    }

    @GetMapping("/journal.{file:csv|xlsx}")
    void journal(@PathVariable String file, JournalWish wish, Locale locale, HttpServletResponse response) {
        JournalFilter filter = wish.filter(numbers);
        Export.of(file).download(response, "journal", headings.of(Tables.JOURNAL, locale),
                rows -> books.journal(filter, line -> rows.add(Tables.cells(line))));
    }

    @GetMapping("/entries/{id:\\d+}")
    String entry(@PathVariable long id, Model model) {
        model.addAttribute("entry", books.entry(id));
        model.addAttribute("accounts", accounts.byCode());
        return "ledger/entry";
    }

    @GetMapping("/trial-balance")
    String trialBalance(@RequestParam(required = false) LocalDate on, Locale locale, Model model) {
        if (on == null) {
            return "redirect:/books/trial-balance?on=" + businessDay.today();
        }
        TrialBalance balance = books.trialBalance(on, locale);
        model.addAttribute("balance", balance);
        model.addAttribute("rows", balance.items().stream().filter(TrialBalance.Row::moved).toList());
        return "ledger/trial-balance";
    }

    @GetMapping("/trial-balance.{file:csv|xlsx}")
    void trialBalance(@PathVariable String file, @RequestParam LocalDate on, Locale locale, HttpServletResponse response) {
        TrialBalance balance = books.trialBalance(on, locale);
        Export.of(file).download(response, "trial-balance-" + on, headings.of(Tables.TRIAL_BALANCE, locale),
                rows -> balance.items().forEach(row -> rows.add(Tables.cells(row))));
    }

    @GetMapping("/memorandum")
    String memorandum(@RequestParam(required = false) LocalDate from, @RequestParam(required = false) LocalDate to,
            @RequestParam(required = false) String account, @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size, Model model) {
        model.addAttribute("lines", books.memorandum(new JournalFilter(from, to, account, null), PageOf.Wish.of(page, size)));
        return "ledger/memorandum";
    }

    @GetMapping("/memorandum.{file:csv|xlsx}")
    void memorandum(@PathVariable String file, @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to, @RequestParam(required = false) String account, Locale locale,
            HttpServletResponse response) {
        Export.of(file).download(response, "memorandum", headings.of(Tables.MEMORANDUM, locale), rows ->
                books.memorandum(new JournalFilter(from, to, account, null), line -> rows.add(Tables.cells(line))));
    }
}
