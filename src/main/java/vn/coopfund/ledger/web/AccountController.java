package vn.coopfund.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Account;
import vn.coopfund.ledger.Accounts;
import vn.coopfund.ledger.Balances;
import vn.coopfund.ledger.Books;
import vn.coopfund.ledger.JournalFilter;
import vn.coopfund.web.Export;
import vn.coopfund.web.PageOf;

/** The chart of accounts with its balances, and the book of one account. */
@Controller
@RequestMapping("/books/accounts")
@Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER})
class AccountController {

    private final Accounts accounts;
    private final Balances balances;
    private final Books books;
    private final BusinessDay businessDay;
    private final Headings headings;

    AccountController(Accounts accounts, Balances balances, Books books, BusinessDay businessDay, Headings headings) {
        this.accounts = accounts;
        this.balances = balances;
        this.books = books;
        this.businessDay = businessDay;
        this.headings = headings;
    }

    @GetMapping
    String chart(Model model) {
        LocalDate today = businessDay.today();
        Map<String, Long> standing = balances.byAccount(today);
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("standing", accounts.all().stream().collect(Collectors.toMap(Account::code,
                account -> Accounts.sumUnder(account, standing))));
        model.addAttribute("today", today);
        return "ledger/accounts";
    }

    /** Without days this year is shown, and the address says so. */
    @GetMapping("/{code:\\d+}")
    String book(@PathVariable String code, @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to, @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size, Model model) {
        Account account = accounts.named(code);
        if (from == null) {
            return "redirect:/books/accounts/" + account.code() + "?from=" + businessDay.today().withDayOfYear(1)
                    + (to == null ? "" : "&to=" + to);
        }
        JournalFilter filter = new JournalFilter(from, to, code, null);
        long opening = balances.of(code, from.minusDays(1));
        Books.Turnover turnover = books.turnover(filter);
        model.addAttribute("account", account);
        model.addAttribute("opening", opening);
        model.addAttribute("turnover", turnover);
        model.addAttribute("closing", opening + account.signed(turnover.debit(), turnover.credit()));
        model.addAttribute("lines", books.account(account, filter, opening, PageOf.Wish.of(page, size)));
        return "ledger/account";
    }

    @GetMapping("/{code:\\d+}.{file:csv|xlsx}")
    void book(@PathVariable String code, @PathVariable String file, @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to, Locale locale, HttpServletResponse response) {
        Account account = accounts.named(code);
        long opening = from == null ? 0 : balances.of(code, from.minusDays(1));
        JournalFilter filter = new JournalFilter(from, to, code, null);
        Export.of(file).download(response, "account-" + code, headings.of(Tables.ACCOUNT, locale),
                rows -> books.account(account, filter, opening, line -> rows.add(Tables.cells(line))));
    }
}
