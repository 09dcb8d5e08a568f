package vn.coopfund.ledger;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;

/**
 * The posting templates, in versions. An entry begins with one and names its parts:
 * <pre>{@code
 * templates.begin("bank.fee", "bank-line:42", day, "treasury.entry.fee", bank)
 *          .part("expense", amount)
 *          .part("money", amount)
 * }</pre>
 * A version begins after the business date on which it is confirmed, and no fact is dated after the business date: what
 * was read once holds for every day up to the business date of that reading, on every node, and is not asked for again.
 */
@Component
public class PostingTemplates {

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;
    private volatile Known known = new Known(0, LocalDate.MIN, Map.of());

    /** All versions of a fund by key, by first day. */
    private record Known(long fund, LocalDate through, Map<String, TreeMap<LocalDate, PostingTemplate>> versions) {
    }

    PostingTemplates(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** Begins an entry by that template as it holds on the value date; the rest as {@link NewEntry#of}. */
    public NewEntry begin(String key, String sourceFact, LocalDate valueDate, String textKey, Object... textArguments) {
        return NewEntry.by(on(key, valueDate), sourceFact, valueDate, textKey, textArguments);
    }

    /** The version that holds for facts of that day. */
    public PostingTemplate on(String key, LocalDate day) {
        TreeMap<LocalDate, PostingTemplate> versions = through(day).get(key);
        Map.Entry<LocalDate, PostingTemplate> found = versions == null ? null : versions.floorEntry(day);
        if (found == null) {
            throw new IllegalArgumentException("no posting template " + key + " on " + day);
        }
        return found.getValue();
    }

    /** The account on which that stands in what is posted now. */
    public String account(KnownAccount known) {
        return on(known.template(), businessDay.today()).part(known.part()).account();
    }

    /** All accounts on which it stands, whichever version posted it. */
    public SortedSet<String> accounts(KnownAccount looked) {
        return through(businessDay.today()).get(looked.template()).values().stream()
                .flatMap(version -> version.part(looked.part()).admitted().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every version, by key and first day: for the table that people read. */
    public List<PostingTemplate> all() {
        return read().values().stream().flatMap(versions -> versions.values().stream()).toList();
    }

    private Map<String, TreeMap<LocalDate, PostingTemplate>> through(LocalDate day) {
        Known read = known;
        if (read.fund() != Actors.current().fundId() || day.isAfter(read.through())) {
            read = new Known(Actors.current().fundId(), businessDay.today(), read());
            known = read;
        }
        return read.versions();
    }

    private Map<String, TreeMap<LocalDate, PostingTemplate>> read() {
        record Row(long id, String key, LocalDate validFrom, PostingTemplate.Part part) {
        }
        Map<Long, List<Row>> rows = jdbc.sql("""
                select t.id, t.key, t.valid_from, l.part, l.side, l.account, l.choices, l.dimensions
                from ledger.posting_template t join ledger.posting_template_line l on l.template_id = t.id
                where t.fund_id = ? order by t.key, t.valid_from, l.line_number""")
                .param(Actors.current().fundId())
                .query((row, number) -> new Row(row.getLong("id"), row.getString("key"),
                        row.getObject("valid_from", LocalDate.class), part(row))).list().stream()
                .collect(Collectors.groupingBy(Row::id, LinkedHashMap::new, Collectors.toList()));
        Map<String, TreeMap<LocalDate, PostingTemplate>> versions = new TreeMap<>(Comparator.naturalOrder());
        rows.values().forEach(lines -> {
            Row first = lines.get(0);
            versions.computeIfAbsent(first.key(), key -> new TreeMap<>()).put(first.validFrom(), new PostingTemplate(
                    first.id(), first.key(), first.validFrom(), lines.stream().map(Row::part).toList()));
        });
        return versions;
    }

    private static PostingTemplate.Part part(ResultSet row) throws SQLException {
        return new PostingTemplate.Part(row.getString("part"), Account.Side.valueOf(row.getString("side")),
                row.getString("account"), Set.copyOf(words(row.getArray("choices"))),
                words(row.getArray("dimensions")).stream().map(Dimension.Kind::valueOf).toList());
    }

    private static List<String> words(Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
