package vn.coopfund.servicing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.collateral.ItemView;
import vn.coopfund.collateral.Items;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.servicing.Channel;
import vn.coopfund.servicing.LoanFile;
import vn.coopfund.servicing.LoanState;
import vn.coopfund.servicing.LoanStatements;
import vn.coopfund.servicing.Loans;
import vn.coopfund.servicing.QuotePayoff;
import vn.coopfund.servicing.Receipt;
import vn.coopfund.servicing.RepaymentResult;
import vn.coopfund.servicing.TakeRepayment;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.web.Export;
import vn.coopfund.web.Once;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SortBy;
import vn.coopfund.web.Strict;

/** Loans for programs: how they stand, their schedules and statements, receipts and pay-off quotes. */
@RestController
@RequestMapping("/api/v1/loans")
@OpenToReadersOfLoans
@Tag(name = "loans")
class LoanApi {

    private final Loans loans;
    private final LoanStatements statements;
    private final TakeRepayment takeRepayment;
    private final BankAccounts banks;
    private final QuotePayoff quotePayoff;
    private final Once once;
    private final Items items;

    LoanApi(Loans loans, LoanStatements statements, TakeRepayment takeRepayment, BankAccounts banks,
            QuotePayoff quotePayoff, Once once, Items items) {
        this.loans = loans;
        this.statements = statements;
        this.takeRepayment = takeRepayment;
        this.banks = banks;
        this.quotePayoff = quotePayoff;
        this.once = once;
        this.items = items;
    }

    /**
     * Money that came in.
     *
     * @param reason      why it is reported late; the program says by how many days where it is absent
     * @param bankAccount id or number of the account of the fund on which it came; absent is the usual one
     */
    @Strict
    record ReceiptBody(MonetaryAmount amount, LocalDate valueDate, Channel channel, String reference,
            EarlyRepayment early, String reason, String bankAccount) {

        Receipt receipt(BankAccounts banks) {
            return new Receipt(amount, valueDate, channel, reference, early,
                    channel == Channel.BANK ? banks.named(bankAccount) : null);
        }
    }

    @Strict
    record QuoteBody(LocalDate on) {
    }

    @Operation(summary = "Loans; a borrower sees its own")
    @GetMapping
    PageOf<LoanViews.Item> list(@RequestParam(required = false) LoanState state,
            @RequestParam(required = false) String q, @RequestParam(defaultValue = "false") boolean pastDue,
            @RequestParam(defaultValue = "false") boolean credit,
            @RequestParam(required = false) String sort, @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        return loans.list(new Loans.Filter(state, q, pastDue, credit), SortBy.of(sort, "-signed", Loans.COLUMNS),
                PageOf.Wish.of(page, size)).page().map(LoanViews.Item::of);
    }

    @Operation(summary = "A loan with its balances on the business date")
    @GetMapping("/{id}")
    LoanViews.Whole one(@PathVariable String id) {
        return LoanViews.Whole.of(loans.file(LoanIds.number(id)));
    }

    @Operation(summary = "The schedule that holds, with what of each row is unpaid")
    @GetMapping("/{id}/schedule")
    LoanViews.Schedule schedule(@PathVariable String id) {
        return LoanViews.Schedule.of(loans.file(LoanIds.number(id)).rows());
    }

    @Operation(summary = "Every event by value date with the balances after it; JSON, or CSV or XLSX by Accept")
    @GetMapping(path = "/{id}/statement",
            produces = {MediaType.APPLICATION_JSON_VALUE, Export.CSV_TYPE, Export.XLSX_TYPE})
    LoanViews.Statement statement(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        LoanFile file = loans.file(LoanIds.number(id));
        Optional<Export> wanted = Export.wanted(request);
        if (wanted.isPresent()) {
            wanted.get().answer(response, "statement-" + id, StatementTable.COLUMNS,
                    rows -> statements.of(file.loan().id()).forEach(one -> rows.add(StatementTable.cells(one))));
            return null;
        }
        return new LoanViews.Statement(id, file.loan().number(),
                statements.of(file.loan().id()).stream().map(LoanViews.Line::of).toList());
    }

    @Operation(summary = "What secures the loan, or did")
    @GetMapping("/{id}/collateral")
    List<ItemView> collateral(@PathVariable String id) {
        return items.ofLoan(loans.file(LoanIds.number(id)).loan().id()).stream().map(ItemView::of).toList();
    }

    @Operation(summary = "Takes money; 202 with state PENDING where it waits for a second person")
    @PostMapping("/{id}/repayments")
    @Allowed(Role.ACCOUNTANT)
    ResponseEntity<LoanViews.Taken> take(@PathVariable String id, @RequestBody ReceiptBody body,
            HttpServletRequest request) {
        LoanViews.Taken taken = once.call(request, body, LoanViews.Taken.class,
                () -> LoanViews.Taken.of(Reasons.named(() ->
                        takeRepayment.take(LoanIds.loan(id), body.receipt(banks), body.reason()))));
        boolean waits = taken.state() == RepaymentResult.State.PENDING;
        return ResponseEntity.status(waits ? HttpStatus.ACCEPTED : HttpStatus.CREATED).body(taken);
    }

    @Operation(summary = "What settles the loan on a day")
    @PostMapping("/{id}/payoff-quote")
    LoanViews.Quote quote(@PathVariable String id, @RequestBody QuoteBody body) {
        return LoanViews.Quote.of(quotePayoff.quote(LoanIds.loan(id), body.on()));
    }
}
