package vn.coopfund.treasury;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import vn.coopfund.access.Role;
import vn.coopfund.ledger.Balances;
import vn.coopfund.money.Dong;
import vn.coopfund.servicing.ConfirmProposal;
import vn.coopfund.servicing.LoanModuleTest;
import vn.coopfund.servicing.Loans;
import vn.coopfund.vouchers.BankAccount;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SortBy;

/** A bank's statements for tests: written as a bank writes them, and imported by the accountant. */
abstract class BankModuleTest extends LoanModuleTest {

    static final LocalDate DUE = LocalDate.of(2026, 4, 15);
    static final ColumnMapping MAPPING = new ColumnMapping("Agribank", 1, "Ngày giao dịch", "Ghi có", "Ghi nợ", "Số dư",
            "Nội dung", "Số tham chiếu", "d/M/uuuu", ",", ".", "UTF-8");
    private static final AtomicLong REFERENCES = new AtomicLong(System.nanoTime());
    private static final LocalDate FAR = LocalDate.of(2199, 1, 1);

    @Autowired
    BankAccounts accounts;
    @Autowired
    UploadStatement uploadStatement;
    @Autowired
    SaveMapping saveMapping;
    @Autowired
    ImportStatement importStatement;
    @Autowired
    BankStatements statements;
    @Autowired
    StatementFaults statementFaults;
    @Autowired
    Lines lines;
    @Autowired
    Matches matches;
    @Autowired
    MatchLine matchLine;
    @Autowired
    MatchFinder matchFinder;
    @Autowired
    ParkUnknownMoney parkUnknownMoney;
    @Autowired
    ProposeUnmatch proposeUnmatch;
    @Autowired
    ConfirmUnmatch confirmUnmatch;
    @Autowired
    ConfirmProposal confirmWaiting;
    @Autowired
    Loans loanFiles;
    @Autowired
    Balances books;

    BankAccount account;

    @BeforeEach
    void findAccount() {
        account = accounts.usual();
    }

    /** A reference that no other test has. */
    static String reference() {
        return "FT" + REFERENCES.incrementAndGet();
    }

    static String csv(String... rows) {
        return "Ngày giao dịch,Số tham chiếu,Nội dung,Ghi nợ,Ghi có,Số dư\n" + String.join("\n", rows) + "\n";
    }

    Statement imported(String... rows) {
        return imported(csv(rows).getBytes(StandardCharsets.UTF_8), "sao-ke.csv");
    }

    Statement imported(byte[] file, String name) {
        return importOf(mapped(file, name));
    }

    long mapped(byte[] file, String name) {
        return staff.as(Role.ACCOUNTANT, () -> {
            long id = uploadStatement.upload(account.id(), name, file);
            saveMapping.save(id, MAPPING);
            return id;
        });
    }

    Statement importOf(long statement) {
        return staff.as(Role.ACCOUNTANT, () -> importStatement.take(statement));
    }

    /** A line of money in on that day, imported; answers its id. */
    long moneyIn(long amount, LocalDate on, String content) {
        return moneyIn(amount, on, content, reference());
    }

    long moneyIn(long amount, LocalDate on, String content, String reference) {
        Statement statement = imported("%d/%d/%d,%s,\"%s\",,%d,".formatted(on.getDayOfMonth(), on.getMonthValue(), on.getYear(),
                reference, content, amount));
        return linesOf(statement).get(0).id();
    }

    long moneyOut(long amount, LocalDate on, String content) {
        Statement statement = imported("%d/%d/%d,%s,\"%s\",%d,,".formatted(on.getDayOfMonth(), on.getMonthValue(), on.getYear(),
                reference(), content, amount));
        return linesOf(statement).get(0).id();
    }

    List<Line> linesOf(Statement statement) {
        return lines.list(new Lines.Filter(null, statement.id(), null, false, null, null, null),
                SortBy.of(null, "day", Lines.COLUMNS), new PageOf.Wish(0, 1000)).page().items();
    }

    Matched toLoan(long line, long loan, long amount) {
        return staff.as(Role.ACCOUNTANT, () -> matchLine.match(line, List.of(Part.of(Match.Kind.LOAN, loan, Dong.of(amount)))));
    }

    List<MatchProposal> proposals(long line) {
        return matchFinder.of(List.of(lines.byId(line))).getOrDefault(line, List.of());
    }

    String number(long loan) {
        return loanFiles.file(loan).loan().number();
    }

    long unknownMoney() {
        return books.of("33882", FAR);
    }

    long atBank() {
        return books.of("112", FAR);
    }

    static <T> CompletableFuture<T> atOnce(CountDownLatch start, Supplier<T> work) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                start.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            return work.get();
        });
    }
}
