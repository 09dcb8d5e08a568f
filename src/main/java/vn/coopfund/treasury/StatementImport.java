package vn.coopfund.treasury;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.access.Actors;
import vn.coopfund.web.Refusal;

/**
 * One import on its way: lines go into the table a thousand at a time, each once however often it comes. With a bank's
 * reference a line is known by reference, day and amount (a bank gives a transfer and its fee one reference); without,
 * by a hash of day, amount, content and balance and which of its equals in the file it is.
 */
final class StatementImport implements StatementReader.Sink {

    private static final int AT_A_TIME = 1000;

    private final JdbcClient jdbc;
    private final StatementFaults faults;
    private final Statement statement;
    private final ColumnMapping mapping;
    private final RunningBalance balance = new RunningBalance();
    private final Map<String, Integer> equals = new HashMap<>();
    private final List<BankLine> waiting = new ArrayList<>();
    private int linesNew;
    private int linesKnown;
    private int faulty;
    private LocalDate firstOn;
    private LocalDate lastOn;

    StatementImport(JdbcClient jdbc, StatementFaults faults, Statement statement, ColumnMapping mapping) {
        this.jdbc = jdbc;
        this.faults = faults;
        this.statement = statement;
        this.mapping = mapping;
    }

    /** What came of it. */
    record Outcome(int linesNew, int linesKnown, int skipped, int faulty, LocalDate firstOn, LocalDate lastOn,
            RunningBalance balance) {
    }

    Outcome run(byte[] content) {
        int skipped = StatementReader.read(StatementFile.Kind.valueOf(statement.kind()), content, mapping, this);
        flush();
        return new Outcome(linesNew, linesKnown, skipped, faulty, firstOn, lastOn, balance);
    }

    @Override
    public void line(BankLine line) {
        balance.add(line);
        firstOn = firstOn == null || line.paidOn().isBefore(firstOn) ? line.paidOn() : firstOn;
        lastOn = lastOn == null || line.paidOn().isAfter(lastOn) ? line.paidOn() : lastOn;
        waiting.add(line);
        if (waiting.size() == AT_A_TIME) {
            flush();
        }
    }

    @Override
    public void fault(int row, List<String> cells, List<Refusal.Reason> reasons) {
        faulty++;
        faults.add(statement.id(), row, cells, reasons);
    }

    private String identity(BankLine line) {
        if (line.reference() != null) {
            return "R:" + BankLine.folded(line.reference()) + ":" + line.paidOn() + ":" + line.amount();
        }
        String told = line.paidOn() + "|" + line.amount() + "|" + line.folded() + "|" + line.balance();
        String hash = BankStatements.sha256(told.getBytes(StandardCharsets.UTF_8));
        return "H:" + hash + ":" + equals.merge(hash, 1, Integer::sum);
    }

    private void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        String[] identities = waiting.stream().map(this::identity).toArray(String[]::new);
        int added = jdbc.sql("""
                insert into treasury.statement_line (id, fund_id, bank_account_id, statement_id, row_number, paid_on,
                    amount, balance, content, reference, folded, identity)
                select nextval('treasury.statement_line_seq'), ?, ?, ?, line.*
                from unnest(?, ?::date[], ?, ?, ?, ?, ?, ?) as line
                on conflict (bank_account_id, identity) do nothing""")
                .params(Actors.current().fundId(), statement.bankAccountId(), statement.id(),
                        waiting.stream().map(BankLine::row).toArray(Integer[]::new), texts(line -> line.paidOn().toString()),
                        waiting.stream().map(BankLine::amount).toArray(Long[]::new),
                        waiting.stream().map(BankLine::balance).toArray(Long[]::new), texts(BankLine::content),
                        texts(BankLine::reference), texts(BankLine::folded), identities).update();
        linesNew += added;
        int differing = added == waiting.size() ? 0 : noteDiffering(identities);
        linesKnown += waiting.size() - added - differing;
        waiting.clear();
    }

    /** A line known under the same reference, day and amount, but with another balance, is perhaps another line. */
    private int noteDiffering(String[] identities) {
        record Known(int row, String content) {
        }
        List<Known> differing = jdbc.sql("""
                select line.row_number as row, known.content
                from unnest(?, ?, ?) as line(row_number, balance, identity)
                join treasury.statement_line known on known.bank_account_id = ? and known.identity = line.identity
                where line.balance <> known.balance""")
                .params(waiting.stream().map(BankLine::row).toArray(Integer[]::new),
                        waiting.stream().map(BankLine::balance).toArray(Long[]::new), identities,
                        statement.bankAccountId()).query(Known.class).list();
        Map<Integer, BankLine> byRow = new HashMap<>();
        waiting.forEach(line -> byRow.put(line.row(), line));
        differing.forEach(known -> {
            BankLine line = byRow.get(known.row());
            faulty++;
            faults.add(statement.id(), line.row(), mapping.cells(line), List.of(
                    new Refusal.Reason("reference", "treasury.fault.known-differently", line.reference())));
        });
        return differing.size();
    }

    private String[] texts(Function<BankLine, String> part) {
        return waiting.stream().map(part).toArray(String[]::new);
    }
}
