package vn.coopfund.ledger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.ledger.EntryBatch.Draft;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;

/**
 * The journal. Entries are only added; a correction is a reversal and a new entry. That an entry balances, stays as it
 * is and comes into an open month is kept by the database itself; what is checked here is checked for a better word.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Journal {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final JdbcClient jdbc;
    private final Periods periods;
    private final Texts texts;
    private final EntryBatch batch;

    Journal(JdbcClient jdbc, Periods periods, Texts texts, EntryBatch batch) {
        this.jdbc = jdbc;
        this.periods = periods;
        this.texts = texts;
        this.batch = batch;
    }

    /**
     * Posts an entry in the caller's transaction. A fact that is posted already, with the same lines, answers its entry.
     *
     * @throws Refusal if the value date lies after the business date, or no month is open for it
     * @throws IllegalArgumentException if debits and credits differ or fewer than two lines are left
     * @throws IllegalStateException if the fact is posted with other lines
     */
    public Posted post(NewEntry entry) {
        return post(entry, null, text(entry));
    }

    /**
     * Posts many entries at once, with one statement; otherwise as {@link #post}. Answers in their order.
     *
     * @throws IllegalArgumentException if one does not balance, or two name the same fact
     */
    public List<Posted> postAll(List<NewEntry> entries) {
        if (entries.stream().map(NewEntry::sourceFact).distinct().count() < entries.size()) {
            throw new IllegalArgumentException("a fact stands twice in one batch");
        }
        Map<LocalDate, LocalDate> days = new HashMap<>();
        return entries.isEmpty() ? List.of() : post(entries.stream().map(entry -> new Draft(entry, entry.isAdjustment()
                ? bookingDay(entry) : days.computeIfAbsent(entry.valueDate(), periods::bookingDay), text(entry), null)).toList());
    }

    /**
     * Takes an entry back: the same lines on the other side, with its value date, on the first open day from there.
     *
     * @param sourceFact names the fact that asks for it, e.g. {@code reversal:repayment:123}
     * @param reason     in the words of who asks
     */
    public Posted reverse(long entryId, String sourceFact, String reason) {
        return reverse(entryId, sourceFact, reason, null);
    }

    /** The same, checked by a second person (null: nobody). */
    public Posted reverse(long entryId, String sourceFact, String reason, Long checkedBy) {
        return reverse(entryId, sourceFact, reason, checkedBy, null);
    }

    /** The same with a value date of its own (null: the entry's), for money that came back on another day. */
    public Posted reverse(long entryId, String sourceFact, String reason, Long checkedBy, LocalDate valueDate) {
        record Origin(LocalDate valueDate, String text, Long reverses, String reversedBy) {
        }
        Origin origin = jdbc.sql("""
                select e.value_date, e.text, f.reverses, back.source_fact as reversed_by
                from ledger.entry e join ledger.posted_fact f on f.entry_id = e.id
                left join ledger.posted_fact back on back.reverses = e.id
                where e.id = ? and e.fund_id = ?""")
                .params(entryId, Actors.current().fundId()).query(Origin.class).optional()
                .orElseThrow(Refusal::notFound);
        if (origin.reverses() != null) {
            throw Refusal.conflict("ledger.reversal-stands", Long.toString(entryId));
        }
        if (origin.reversedBy() != null && !origin.reversedBy().equals(sourceFact)) {
            throw Refusal.conflict("ledger.reversed-already", Long.toString(entryId));
        }
        NewEntry back = NewEntry.of(sourceFact, valueDate == null ? origin.valueDate() : valueDate,
                "ledger.entry.reversal");
        if (checkedBy != null) {
            back.checkedBy(checkedBy);
        }
        linesOf(entryId).forEach(line -> back.line(line.debit() + line.credit(), line.turned()));
        return post(back, entryId, texts.in(VIETNAMESE, back.textKey(), Long.toString(entryId), origin.text(), reason));
    }

    /** The lines that take an entry back: for a page that shows them before it happens. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Line> turned(long entryId) {
        return linesOf(entryId).stream().map(Line::turned).toList();
    }

    /** The lines of an entry in their order; none where there is no such entry. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Line> linesOf(long entryId) {
        return jdbc.sql("""
                select account, debit, credit, loan_id as loan, borrower_id as borrower, capital_source_id as capital_source,
                       term_class, debt_group
                from ledger.posting where entry_id = ? and fund_id = ? order by line_number""")
                .params(entryId, Actors.current().fundId()).query(Line.class).list();
    }

    /** The lines of every entry that this transaction posted so far, entry by entry. */
    public List<List<Line>> postedHere() {
        return jdbc.sql("""
                select id from ledger.entry where fund_id = ? and xmin = pg_current_xact_id()::xid order by id""")
                .param(Actors.current().fundId()).query(Long.class).list().stream().map(this::linesOf).toList();
    }

    private Posted post(NewEntry entry, Long reverses, String text) {
        return post(List.of(new Draft(entry, bookingDay(entry), text, reverses))).get(0);
    }

    private List<Posted> post(List<Draft> drafts) {
        drafts.stream().map(Draft::entry).filter(entry -> !entry.isBalanced()).findFirst().ifPresent(wrong -> {
            throw new IllegalArgumentException(wrong.sourceFact() + " does not balance: " + wrong.lines());
        });
        List<Optional<Posted>> written = batch.write(drafts);
        return IntStream.range(0, drafts.size()).mapToObj(i -> written.get(i).or(() -> find(drafts.get(i).entry()))
                .orElseThrow(() -> Refusal.conflict("ledger.reversed-already", Long.toString(drafts.get(i).reverses()))))
                .toList();
    }

    private LocalDate bookingDay(NewEntry entry) {
        return periods.bookingDay(entry.valueDate(), entry.isAdjustment());
    }

    private String text(NewEntry entry) {
        return texts.in(VIETNAMESE, entry.textKey(), entry.textArguments());
    }

    private Optional<Posted> find(NewEntry entry) {
        record Known(long id, LocalDate bookedOn) {
        }
        return jdbc.sql("select entry_id as id, booked_on from ledger.posted_fact where fund_id = ? and source_fact = ?")
                .params(Actors.current().fundId(), entry.sourceFact()).query(Known.class).optional().map(known -> {
                    if (!lasting(linesOf(known.id())).equals(lasting(entry.lines()))) {
                        throw new IllegalStateException(entry.sourceFact() + " is posted with other lines");
                    }
                    return new Posted(known.id(), known.bookedOn());
                });
    }

    private static List<Line> lasting(List<Line> lines) {
        return lines.stream().map(Line::lasting).toList();
    }
}
