package vn.coopfund.treasury.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import javax.money.MonetaryAmount;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.treasury.BankBalance;
import vn.coopfund.treasury.BankStatements;
import vn.coopfund.treasury.BookLine;
import vn.coopfund.treasury.DiscardStatement;
import vn.coopfund.treasury.ImportStatement;
import vn.coopfund.treasury.Line;
import vn.coopfund.treasury.Lines;
import vn.coopfund.treasury.Match;
import vn.coopfund.treasury.MatchFinder;
import vn.coopfund.treasury.MatchLine;
import vn.coopfund.treasury.Matched;
import vn.coopfund.treasury.Matches;
import vn.coopfund.treasury.OpenItem;
import vn.coopfund.treasury.ParkUnknownMoney;
import vn.coopfund.treasury.Part;
import vn.coopfund.treasury.ProposeUnmatch;
import vn.coopfund.treasury.Statement;
import vn.coopfund.treasury.StatementFault;
import vn.coopfund.treasury.StatementFaults;
import vn.coopfund.treasury.UnmatchAsked;
import vn.coopfund.treasury.UploadStatement;
import vn.coopfund.vouchers.BankAccount;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.web.Once;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SortBy;
import vn.coopfund.web.Texts;

/** The bank for programs. */
@RestController
@RequestMapping("/api/v1/bank")
@OpenToReadersOfBank
@Tag(name = "bank")
class BankApi {

    private static final int SHOWN_FAULTS = 1000;

    private final BankAccounts accounts;
    private final BankStatements statements;
    private final StatementFaults faults;
    private final Lines lines;
    private final Matches matches;
    private final MatchFinder finder;
    private final BankBalance balance;
    private final UploadStatement uploadStatement;
    private final ImportStatement importStatement;
    private final DiscardStatement discardStatement;
    private final MatchLine matchLine;
    private final BookLine bookLine;
    private final ParkUnknownMoney parkUnknownMoney;
    private final ProposeUnmatch proposeUnmatch;
    private final BusinessDay businessDay;
    private final Once once;
    private final Texts texts;

    BankApi(BankAccounts accounts, BankStatements statements, StatementFaults faults, Lines lines, Matches matches,
            MatchFinder finder, BankBalance balance, UploadStatement uploadStatement, ImportStatement importStatement,
            DiscardStatement discardStatement, MatchLine matchLine, BookLine bookLine, ParkUnknownMoney parkUnknownMoney, ProposeUnmatch proposeUnmatch, BusinessDay businessDay,
            Once once, Texts texts) {
        this.accounts = accounts;
        this.statements = statements;
        this.faults = faults;
        this.lines = lines;
        this.matches = matches;
        this.finder = finder;
        this.balance = balance;
        this.uploadStatement = uploadStatement;
        this.importStatement = importStatement;
        this.discardStatement = discardStatement;
        this.matchLine = matchLine;
        this.bookLine = bookLine;
        this.parkUnknownMoney = parkUnknownMoney;
        this.proposeUnmatch = proposeUnmatch;
        this.businessDay = businessDay;
        this.once = once;
        this.texts = texts;
    }

    record AccountView(String id, String bank, String number, String account) {

        static AccountView of(BankAccount one) {
            return new AccountView(Long.toString(one.id()), one.bankName(), one.number(), one.ledgerAccount());
        }
    }

    /** What came of an import; the rows that are no lines with what is wrong. */
    record StatementView(String id, String filename, Statement.State state, int linesNew, int linesKnown, int rowsSkipped,
            int rowsFaulty, LocalDate from, LocalDate to, Long openingBalance, Long closingBalance, List<Integer> brokenRows,
            List<StatementFault> faults) {

        static StatementView of(Statement one, List<StatementFault> faults) {
            return new StatementView(Long.toString(one.id()), one.filename(), one.state(), one.linesNew(), one.linesKnown(),
                    one.rowsSkipped(), one.rowsFaulty(), one.firstOn(), one.lastOn(), one.openingBalance(),
                    one.closingBalance(), one.brokenRows(), faults);
        }
    }

    record LineView(String id, String statement, LocalDate day, long amount, Long balance, String content, String reference,
            Line.State state, long open) {

        static LineView of(Line one) {
            return new LineView(Long.toString(one.id()), Long.toString(one.statementId()), one.paidOn(), one.amount(),
                    one.balance(), one.content(), one.reference(), one.state(), one.open());
        }
    }

    record MatchView(String id, Match.Kind kind, Match.State state, long amount, String entry, String loan, String proposal) {

        static MatchView of(Match one) {
            return new MatchView(Long.toString(one.id()), one.kind(), one.state(), one.amount(), text(one.entryId()),
                    text(one.loanId()), text(one.proposalId()));
        }
    }

    record ProposalView(Match.Kind kind, String target, String title, long amount, int score, List<String> reasons) {
    }

    record LineFile(LineView line, List<MatchView> matches, List<ProposalView> proposals) {
    }

    record PartBody(Match.Kind kind, String target, MonetaryAmount amount, EarlyRepayment early) {
    }

    record MatchBody(List<PartBody> parts) {
    }

    /** {@code state}: PENDING where a part waits for a second person. */
    record MatchAnswer(String line, String state, int parts, int waiting) {
    }

    record ReasonBody(String reason) {
    }

    record BookingAnswer(String order, String state) {
    }

    record UndoAnswer(String unmatching, String proposal, String state) {
    }

    record ReconciliationView(LocalDate on, LocalDate statementThrough, long byBooks, long byStatement, long difference,
            long openingDifference, long entriesOpen, long linesOpen, long unexplained, List<OpenItem> items) {
    }

    @Operation(summary = "The fund's accounts at banks")
    @GetMapping("/accounts")
    List<AccountView> accounts() {
        return accounts.all().stream().map(AccountView::of).toList();
    }

    @Operation(summary = "Imports a statement (multipart file) by the account's saved mapping; each line once however often it comes")
    @PostMapping(path = "/accounts/{id}/statements", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed(Role.ACCOUNTANT)
    StatementView take(@PathVariable long id, @RequestParam(required = false) MultipartFile file, HttpServletRequest request)
            throws IOException {
        byte[] content = file == null ? new byte[0] : file.getBytes();
        String name = file == null ? null : file.getOriginalFilename();
        return once.call(request, HexFormat.of().formatHex(DigestUtils.md5Digest(content)) + content.length,
                StatementView.class, () -> view(importStatement.take(uploadStatement.upload(id, name, content))));
    }

    @Operation(summary = "Statements, the latest first")
    @GetMapping("/statements")
    PageOf<StatementView> statements(@RequestParam(required = false) Integer page, @RequestParam(required = false) Integer size) {
        return statements.of(null, PageOf.Wish.of(page, size)).map(one -> StatementView.of(one, List.of()));
    }

    @Operation(summary = "A statement with its rows to correct")
    @GetMapping("/statements/{id}")
    StatementView statement(@PathVariable long id) {
        return view(statements.byId(id));
    }

    @Operation(summary = "Discards a file that was uploaded and not imported")
    @PostMapping("/statements/{id}/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT})
    void discard(@PathVariable long id) {
        discardStatement.discard(id);
    }

    @Operation(summary = "Lines of statements; amounts in above 0, out below")
    @GetMapping("/lines")
    PageOf<LineView> lines(@RequestParam(required = false) Long account, @RequestParam(required = false) Line.State state,
            @RequestParam(required = false) Long statement,
            @RequestParam(required = false) LocalDate from, @RequestParam(required = false) LocalDate to,
            @RequestParam(required = false) String q, @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        return lines.list(new Lines.Filter(account, statement, state, false, from, to, q),
                SortBy.of(null, "day", Lines.COLUMNS), PageOf.Wish.of(page, size)).page().map(LineView::of);
    }

    @Operation(summary = "A line with what it is and what it may be")
    @GetMapping("/lines/{id}")
    LineFile line(@PathVariable long id) {
        Line line = lines.byId(id);
        return new LineFile(LineView.of(line), matches.of(id).stream().map(MatchView::of).toList(),
                finder.of(List.of(line)).getOrDefault(id, List.of()).stream().map(one -> new ProposalView(one.kind(),
                        Long.toString(one.target()), one.title(), one.amount(), one.score(),
                        one.reasons().stream().map(texts::of).toList())).toList());
    }

    @Operation(summary = "Matches a line with entries, loans or a template; 202 where a part waits for a second person")
    @PostMapping("/lines/{id}/matches")
    @Allowed(Role.ACCOUNTANT)
    ResponseEntity<MatchAnswer> match(@PathVariable long id, @RequestBody MatchBody body, HttpServletRequest request) {
        Matched matched = once.call(request, body, Matched.class, () -> matchLine.match(id, parts(body)));
        boolean waits = matched.waiting() > 0;
        return ResponseEntity.status(waits ? 202 : 200).body(new MatchAnswer(Long.toString(id), waits ? "PENDING" : "POSTED",
                matched.parts(), matched.waiting()));
    }

    @Operation(summary = "Posts what of a line nobody claims apart, with the bank's day")
    @PostMapping("/lines/{id}/unknown")
    @Allowed(Role.ACCOUNTANT)
    ParkUnknownMoney.Parked park(@PathVariable long id, HttpServletRequest request) {
        return once.call(request, id, ParkUnknownMoney.Parked.class, () -> parkUnknownMoney.park(List.of(id)));
    }

    @Operation(summary = "Orders a line that nothing answers to to be booked by a template (its code); see /vouchers/orders/{id}")
    @PostMapping("/lines/{id}/booking")
    @Allowed(Role.ACCOUNTANT)
    ResponseEntity<BookingAnswer> book(@PathVariable long id, @RequestBody BookLine.Wish body, HttpServletRequest request) {
        return ResponseEntity.accepted().body(once.call(request, body, BookingAnswer.class,
                () -> new BookingAnswer(text(bookLine.order(id, body).id()), "PENDING")));
    }

    @Operation(summary = "Asks to undo a match; 202, a second person decides")
    @PostMapping("/matches/{id}/reversal")
    @Allowed(Role.ACCOUNTANT)
    ResponseEntity<UndoAnswer> undo(@PathVariable long id, @RequestBody ReasonBody body, HttpServletRequest request) {
        UnmatchAsked asked = once.call(request, body, UnmatchAsked.class, () -> proposeUnmatch.propose(id, body.reason()));
        return ResponseEntity.accepted().body(new UndoAnswer(text(asked.unmatching()), text(asked.proposal()), "PENDING"));
    }

    @Operation(summary = "Books and bank at the end of a day, and the items that explain the difference")
    @GetMapping("/accounts/{id}/reconciliation")
    ReconciliationView reconciliation(@PathVariable long id, @RequestParam(required = false) LocalDate on) {
        LocalDate day = on == null ? businessDay.today() : on;
        BankAccount account = accounts.byId(id);
        BankBalance.At at = balance.of(account, day).orElseThrow(() -> Refusal.invalid("on", "treasury.refused.no-lines"));
        return new ReconciliationView(day, at.through(), at.figures().byBooks(), at.figures().byStatement(),
                at.figures().difference(), at.figures().openingDifference(), at.figures().entriesOpen(), at.figures().linesOpen(),
                at.figures().unexplained(), balance.open(account, at.from(), day));
    }

    private StatementView view(Statement statement) {
        return StatementView.of(statement, faults.of(statement.id(), SHOWN_FAULTS));
    }

    private static List<Part> parts(MatchBody body) {
        return body.parts() == null ? List.of() : body.parts().stream()
                .map(one -> one == null ? new Part(null, null, null, null)
                        : new Part(one.kind(), number(one.target()), one.amount(), one.early())).toList();
    }

    private static Long number(String id) {
        return id == null || !id.matches("\\d{1,18}") ? null : Long.valueOf(id);
    }

    private static String text(Long id) {
        return id == null ? null : Long.toString(id);
    }
}
