package vn.coopfund.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.web.Texts;

/** Writes many entries with three statements instead of three each; every guard of the database stays on. */
@Component
class EntryBatch {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final JdbcClient jdbc;
    private final Periods periods;
    private final Texts texts;

    EntryBatch(JdbcClient jdbc, Periods periods, Texts texts) {
        this.jdbc = jdbc;
        this.periods = periods;
        this.texts = texts;
    }

    private record Numbered(NewEntry entry, Posted posted) {
    }

    /** Facts that are posted already are left to {@code one}, which answers their entry or refuses. */
    List<Posted> post(List<NewEntry> entries, Function<NewEntry, Posted> one) {
        if (entries.isEmpty()) {
            return List.of();
        }
        refuseWrong(entries);
        List<Numbered> numbered = numbered(entries);
        Set<Long> fresh = claim(numbered);
        List<Numbered> written = numbered.stream().filter(each -> fresh.contains(each.posted().entryId())).toList();
        insertEntries(written);
        insertLines(written);
        return numbered.stream().map(each -> fresh.contains(each.posted().entryId()) ? each.posted()
                : one.apply(each.entry())).toList();
    }

    private static void refuseWrong(List<NewEntry> entries) {
        entries.stream().filter(entry -> !entry.isBalanced()).findFirst().ifPresent(wrong -> {
            throw new IllegalArgumentException(wrong.sourceFact() + " does not balance: " + wrong.lines());
        });
        if (entries.stream().map(NewEntry::sourceFact).distinct().count() < entries.size()) {
            throw new IllegalArgumentException("a fact stands twice in one batch");
        }
    }

    private List<Numbered> numbered(List<NewEntry> entries) {
        List<Long> ids = jdbc.sql("select nextval('ledger.entry_seq') from generate_series(1, ?)")
                .param(entries.size()).query(Long.class).list();
        Map<LocalDate, LocalDate> bookedOn = new HashMap<>();
        return IntStream.range(0, entries.size()).mapToObj(i -> new Numbered(entries.get(i), new Posted(ids.get(i),
                bookedOn.computeIfAbsent(entries.get(i).valueDate(), periods::bookingDay)))).toList();
    }

    private Set<Long> claim(List<Numbered> numbered) {
        return jdbc.sql("""
                insert into ledger.posted_fact (fund_id, source_fact, entry_id, booked_on)
                select ?, fact, id, booked_on from unnest(?, ?, ?::date[]) as claim(fact, id, booked_on)
                on conflict do nothing returning entry_id""")
                .params(Actors.current().fundId(), of(numbered, each -> each.entry().sourceFact()).toArray(String[]::new),
                        ids(numbered), bookingDays(numbered))
                .query(Long.class).list().stream().collect(Collectors.toSet());
    }

    private void insertEntries(List<Numbered> written) {
        jdbc.sql("""
                insert into ledger.entry (id, booked_on, fund_id, value_date, text, source_fact, line_count, amount,
                                          made_by, checked_by)
                select id, booked_on, ?, value_date, text, fact, lines, amount, made_by, checked_by
                from unnest(?, ?::date[], ?::date[], ?, ?, ?, ?, ?, ?)
                    as entry(id, booked_on, value_date, text, fact, lines, amount, made_by, checked_by)""")
                .params(Actors.current().fundId(), ids(written), bookingDays(written),
                        days(written, each -> each.entry().valueDate()),
                        of(written, each -> text(each.entry())).toArray(String[]::new),
                        of(written, each -> each.entry().sourceFact()).toArray(String[]::new),
                        of(written, each -> each.entry().lines().size()).toArray(Integer[]::new),
                        longs(written, each -> each.entry().amount()), longs(written, each -> each.entry().madeBy()),
                        longs(written, each -> each.entry().checkedBy()))
                .update();
    }

    private String text(NewEntry entry) {
        return texts.in(VIETNAMESE, entry.textKey(), entry.textArguments());
    }

    private record Placed(Posted posted, int number, Line line) {
    }

    private void insertLines(List<Numbered> written) {
        List<Placed> lines = new ArrayList<>();
        written.forEach(each -> {
            List<Line> own = each.entry().lines();
            IntStream.range(0, own.size()).forEach(i -> lines.add(new Placed(each.posted(), i + 1, own.get(i))));
        });
        jdbc.sql("""
                insert into ledger.posting (entry_id, booked_on, line_number, account, debit, credit,
                                            loan_id, borrower_id, capital_source_id, term_class, debt_group)
                select * from unnest(?, ?::date[], ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(longs(lines, each -> each.posted().entryId()),
                        days(lines, each -> each.posted().bookedOn()),
                        of(lines, Placed::number).toArray(Integer[]::new),
                        of(lines, each -> each.line().account()).toArray(String[]::new),
                        longs(lines, each -> each.line().debit()), longs(lines, each -> each.line().credit()),
                        longs(lines, each -> each.line().loan()), longs(lines, each -> each.line().borrower()),
                        longs(lines, each -> each.line().capitalSource()),
                        of(lines, each -> each.line().termClass() == null ? null : each.line().termClass().name())
                                .toArray(String[]::new),
                        of(lines, each -> each.line().debtGroup()).toArray(Integer[]::new))
                .update();
    }

    private static Long[] ids(List<Numbered> entries) {
        return longs(entries, each -> each.posted().entryId());
    }

    private static String[] bookingDays(List<Numbered> entries) {
        return days(entries, each -> each.posted().bookedOn());
    }

    /** Dates travel as text: the driver knows no arrays of them. */
    private static <T> String[] days(List<T> all, Function<T, LocalDate> part) {
        return of(all, each -> part.apply(each).toString()).toArray(String[]::new);
    }

    private static <T> Long[] longs(List<T> all, Function<T, Long> part) {
        return of(all, part).toArray(Long[]::new);
    }

    private static <T, R> List<R> of(List<T> all, Function<T, R> part) {
        List<R> parts = new ArrayList<>(all.size());
        all.forEach(each -> parts.add(part.apply(each)));
        return parts;
    }
}
