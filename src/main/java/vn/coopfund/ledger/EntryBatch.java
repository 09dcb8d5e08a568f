package vn.coopfund.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;

/**
 * Writes entries, one or many, with one statement: the facts are claimed, and what could be claimed gets its entry and
 * its lines. Every guard of the database stays on.
 */
@Component
class EntryBatch {

    private final JdbcClient jdbc;

    EntryBatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An entry as it is written.
     *
     * @param reverses the entry that it takes back; null for none
     */
    record Draft(NewEntry entry, LocalDate bookedOn, String text, Long reverses) {

        String fact() {
            return entry.sourceFact();
        }
    }

    private record Placed(Draft draft, int number, Line line) {
    }

    private record Written(String fact, long id, LocalDate bookedOn) {
    }

    /** Answers in their order; empty for a fact, or a reversal of an entry, that is posted already. */
    List<Optional<Posted>> write(List<Draft> drafts) {
        List<Placed> lines = drafts.stream().flatMap(EntryBatch::placed).toList();
        List<Object> values = new ArrayList<>(List.of(
                column(drafts, Draft::fact, String[]::new), days(drafts, Draft::bookedOn),
                days(drafts, draft -> draft.entry().valueDate()), column(drafts, Draft::text, String[]::new),
                column(drafts, Draft::reverses, Long[]::new),
                column(drafts, draft -> draft.entry().lines().size(), Integer[]::new),
                column(drafts, draft -> draft.entry().amount(), Long[]::new),
                column(drafts, draft -> draft.entry().madeBy(), Long[]::new),
                column(drafts, draft -> draft.entry().checkedBy(), Long[]::new),
                Actors.current().fundId(), Actors.current().fundId()));
        values.addAll(List.of(
                column(lines, placed -> placed.draft().fact(), String[]::new), column(lines, Placed::number, Integer[]::new),
                column(lines, placed -> placed.line().account(), String[]::new),
                column(lines, placed -> placed.line().debit(), Long[]::new),
                column(lines, placed -> placed.line().credit(), Long[]::new),
                column(lines, placed -> placed.line().loan(), Long[]::new),
                column(lines, placed -> placed.line().borrower(), Long[]::new),
                column(lines, placed -> placed.line().capitalSource(), Long[]::new),
                column(lines, placed -> placed.line().termClass() == null ? null : placed.line().termClass().name(),
                        String[]::new),
                column(lines, placed -> placed.line().debtGroup(), Integer[]::new)));
        Map<String, Posted> written = jdbc.sql("""
                with draft as materialized (
                    select * from unnest(?, ?::date[], ?::date[], ?, ?, ?, ?, ?, ?)
                        as d(fact, booked_on, value_date, text, reverses, lines, amount, made_by, checked_by)
                ), claim as (
                    insert into ledger.posted_fact (fund_id, source_fact, entry_id, booked_on, reverses)
                    select ?, fact, nextval('ledger.entry_seq'), booked_on, reverses from draft
                    on conflict do nothing returning entry_id, source_fact
                ), entry as (
                    insert into ledger.entry (id, booked_on, fund_id, value_date, text, source_fact, line_count, amount,
                                              made_by, checked_by)
                    select entry_id, booked_on, ?, value_date, text, fact, lines, amount, made_by, checked_by
                    from draft join claim on source_fact = fact returning id, booked_on, source_fact
                ), line as (
                    insert into ledger.posting (entry_id, booked_on, line_number, account, debit, credit,
                                                loan_id, borrower_id, capital_source_id, term_class, debt_group)
                    select id, booked_on, number, account, debit, credit, loan, borrower, source, term, debt_group
                    from entry join unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        as line(fact, number, account, debit, credit, loan, borrower, source, term, debt_group)
                        on fact = source_fact)
                select source_fact as fact, id, booked_on from entry""").params(values).query(Written.class).list().stream()
                .collect(Collectors.toMap(Written::fact, one -> new Posted(one.id(), one.bookedOn())));
        return drafts.stream().map(draft -> Optional.ofNullable(written.get(draft.fact()))).toList();
    }

    private static Stream<Placed> placed(Draft draft) {
        List<Line> lines = draft.entry().lines();
        return IntStream.range(0, lines.size()).mapToObj(i -> new Placed(draft, i + 1, lines.get(i)));
    }

    /** Dates travel as text: the driver knows no arrays of them. */
    private static String[] days(List<Draft> drafts, Function<Draft, LocalDate> part) {
        return column(drafts, part.andThen(LocalDate::toString), String[]::new);
    }

    private static <T, R> R[] column(List<T> all, Function<T, R> part, IntFunction<R[]> array) {
        return all.stream().map(part).toArray(array);
    }
}
