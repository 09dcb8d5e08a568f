package vn.coopfund.treasury;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.vouchers.BankAccount;
import vn.coopfund.web.Refusal;

/** Reads files without taking anything in. */
@Component
public class StatementPreviews {

    private static final int SHOWN_LINES = 20;
    private static final int SHOWN_FAULTS = 50;
    private static final int HEAD = 30;

    private final BankStatements statements;
    private final ColumnMappings mappings;
    private final StatementFaults faults;

    StatementPreviews(BankStatements statements, ColumnMappings mappings, StatementFaults faults) {
        this.statements = statements;
        this.mappings = mappings;
        this.faults = faults;
    }

    /** By the mapping that the file has; empty where it has none. */
    @Transactional(readOnly = true)
    public Optional<StatementPreview> of(Statement statement) {
        return mappings.find(statement.mappingId()).map(saved -> of(statement, saved.mapping()));
    }

    /** @throws Refusal where the file has not the mapping's headings */
    StatementPreview of(Statement statement, ColumnMapping mapping) {
        Look look = new Look();
        int skipped = StatementReader.read(StatementFile.Kind.valueOf(statement.kind()), statements.content(statement.id()),
                mapping, look);
        return new StatementPreview(look.first, look.lines, look.faulty, skipped, look.in, look.out, look.faults,
                look.balance.opening(), look.balance.closing(), look.balance.broken());
    }

    /** The first rows of the file as they stand. */
    @Transactional(readOnly = true)
    public List<List<String>> head(Statement statement) {
        return headOf(statement).rows();
    }

    /** The headings that a row offers. */
    @Transactional(readOnly = true)
    public List<String> headings(Statement statement, int row) {
        return headOf(statement).headings(row);
    }

    /** What the headings suggest. */
    @Transactional(readOnly = true)
    public ColumnMapping guess(Statement statement, String name) {
        return MappingGuess.of(headOf(statement), name);
    }

    private MappingGuess.Head headOf(Statement statement) {
        return MappingGuess.head(StatementFile.Kind.valueOf(statement.kind()), statements.content(statement.id()), HEAD);
    }

    /** The latest mapping of the account whose headings the file has. */
    Optional<ColumnMappings.Saved> fitting(BankAccount account, StatementFile.Kind kind, byte[] content) {
        return mappings.of(account).stream().filter(saved -> fits(kind, content, saved.mapping())).findFirst();
    }

    private static boolean fits(StatementFile.Kind kind, byte[] content, ColumnMapping mapping) {
        boolean[] found = new boolean[1];
        int[] rows = new int[1];
        StatementFile.read(kind, content, mapping.charset(), mapping.headerRow(), row -> {
            found[0] = row.cells().stream().map(StatementReader::heading).toList().containsAll(mapping.headings());
            return !found[0] && ++rows[0] < Math.max(100, mapping.headerRow());
        });
        return found[0];
    }

    /** Counts, and keeps the first of each. */
    private final class Look implements StatementReader.Sink {

        private final List<StatementPreview.Line> first = new ArrayList<>();
        private final List<StatementFault> faults = new ArrayList<>();
        private final RunningBalance balance = new RunningBalance();
        private int lines;
        private int faulty;
        private long in;
        private long out;

        @Override
        public void line(BankLine line) {
            lines++;
            in += Math.max(line.amount(), 0);
            out += Math.max(-line.amount(), 0);
            balance.add(line);
            if (first.size() < SHOWN_LINES) {
                first.add(new StatementPreview.Line(line.row(), line.paidOn(), line.amount(), line.balance(),
                        line.content(), line.reference()));
            }
        }

        @Override
        public void fault(int row, List<String> cells, List<Refusal.Reason> reasons) {
            faulty++;
            if (faults.size() < SHOWN_FAULTS) {
                faults.add(new StatementFault(row, cells, StatementPreviews.this.faults.words(reasons)));
            }
        }
    }
}
