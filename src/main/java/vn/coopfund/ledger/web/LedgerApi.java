package vn.coopfund.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Account;
import vn.coopfund.ledger.Accounts;
import vn.coopfund.ledger.Books;
import vn.coopfund.ledger.JournalFilter;
import vn.coopfund.ledger.JournalLine;
import vn.coopfund.ledger.LoanNumbers;
import vn.coopfund.ledger.MemorandumLine;
import vn.coopfund.ledger.TrialBalance;
import vn.coopfund.web.Export;
import vn.coopfund.web.PageOf;

/** The books for programs: JSON, or the same as CSV or XLSX by {@code Accept}. */
@RestController
@RequestMapping(path = "/api/v1/ledger",
        produces = {MediaType.APPLICATION_JSON_VALUE, Export.CSV_TYPE, Export.XLSX_TYPE})
@Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER})
@Tag(name = "ledger")
class LedgerApi {

    private final Books books;
    private final Accounts accounts;
    private final BusinessDay businessDay;
    private final LoanNumbers numbers;

    LedgerApi(Books books, Accounts accounts, BusinessDay businessDay, LoanNumbers numbers) {
        this.books = books;
        this.accounts = accounts;
        this.businessDay = businessDay;
        this.numbers = numbers;
    }

    @Operation(summary = "The journal, one item a posting, by the day in the books; a file holds all lines, JSON a page")
    @GetMapping("/entries")
    PageOf<JournalLine> entries(@RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to, @RequestParam(required = false) String account,
            @RequestParam(required = false) String loan, @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size, HttpServletRequest request, HttpServletResponse response) {
        JournalFilter filter = new JournalWish(from, to, account, loan).filter(numbers);
        if (asFile(request, response, "journal", Tables.JOURNAL,
                rows -> books.journal(filter, line -> rows.add(Tables.cells(line))))) {
            return null;
        }
        return books.journal(filter, PageOf.Wish.of(page, size));
    }

    @Operation(summary = "The trial balance of the leaf accounts; opening is 1 January, names in the caller's language")
    @GetMapping("/trial-balance")
    TrialBalance trialBalance(@RequestParam(required = false) LocalDate on, HttpServletRequest request,
            HttpServletResponse response) {
        TrialBalance balance = books.trialBalance(on == null ? businessDay.today() : on, LocaleContextHolder.getLocale());
        return asFile(request, response, "trial-balance", Tables.TRIAL_BALANCE,
                rows -> balance.items().forEach(row -> rows.add(Tables.cells(row)))) ? null : balance;
    }

    @Operation(summary = "The chart of accounts")
    @GetMapping("/accounts")
    PageOf<Account> accounts(HttpServletRequest request, HttpServletResponse response) {
        List<Account> all = accounts.all();
        if (asFile(request, response, "accounts", Tables.ACCOUNTS,
                rows -> all.forEach(account -> rows.add(Tables.cells(account))))) {
            return null;
        }
        return new PageOf<>(all, 0, Math.max(1, all.size()), all.size());
    }

    @Operation(summary = "Movements of memorandum accounts, which are in none of the other books")
    @GetMapping("/memorandum")
    PageOf<MemorandumLine> memorandum(@RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to, @RequestParam(required = false) String account,
            @RequestParam(required = false) String loan, @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size, HttpServletRequest request, HttpServletResponse response) {
        JournalFilter filter = new JournalWish(from, to, account, loan).filter(numbers);
        if (asFile(request, response, "memorandum", Tables.MEMORANDUM,
                rows -> books.memorandum(filter, line -> rows.add(Tables.cells(line))))) {
            return null;
        }
        return books.memorandum(filter, PageOf.Wish.of(page, size));
    }

    private static boolean asFile(HttpServletRequest request, HttpServletResponse response, String name,
            List<String> columns, Consumer<Export.Rows> rows) {
        Optional<Export> file = Export.wanted(request);
        file.ifPresent(wanted -> wanted.answer(response, name, columns, rows));
        return file.isPresent();
    }
}
