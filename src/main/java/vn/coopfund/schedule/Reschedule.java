package vn.coopfund.schedule;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.coopfund.money.Split;

/**
 * Proposes the rows of a {@link LoanFact.Restructure}: equal parts, each half-up to the đồng, the remainder in the
 * last. Whoever decides may agree other amounts on the same dates.
 *
 * <p>Worked example: 437,500,000 over 3 dates is 145,833,333, 145,833,333 and 145,833,334.
 */
public final class Reschedule {

    private Reschedule() {
    }

    /**
     * Điều chỉnh kỳ hạn: all outstanding principal over the principal dates still to come. Dates of interest only
     * stay so; where no principal is to come, each date takes a part.
     */
    public static List<PrincipalDue> keepingTheEnd(LoanPosition position) {
        SortedMap<LocalDate, Long> coming = position.rows().stream()
                .filter(row -> row.dueOn().isAfter(position.day()))
                .filter(row -> row.from().plusDays(row.days()).isAfter(position.day()))
                .collect(groupingBy(RowPosition::dueOn, TreeMap::new, summingLong(RowPosition::principalUnpaid)));
        boolean none = coming.values().stream().allMatch(asked -> asked == 0);
        List<LocalDate> taking = coming.keySet().stream().filter(date -> none || coming.get(date) > 0).toList();
        Iterator<PrincipalDue> parts = over(position.principalOutstanding(), taking).iterator();
        return coming.keySet().stream()
                .map(date -> taking.contains(date) ? parts.next() : new PrincipalDue(date, 0)).toList();
    }

    /** Gia hạn: all outstanding principal over the dates that step back from a new end to the position's day. */
    public static List<PrincipalDue> until(LocalDate newEnd, Rhythm every, LoanPosition position) {
        LinkedList<LocalDate> dates = new LinkedList<>();
        for (LocalDate date = newEnd; date.isAfter(position.day()) && dates.size() < RepaymentTerms.MOST_ROWS;
                date = every.from(newEnd, -dates.size())) {
            dates.addFirst(date);
        }
        return over(position.principalOutstanding(), dates);
    }

    /**
     * An amount over given dates.
     *
     * @throws IllegalArgumentException without a date
     */
    public static List<PrincipalDue> over(long principal, List<LocalDate> dates) {
        long[] parts = Split.equally(principal, dates.size());
        List<PrincipalDue> rows = new ArrayList<>();
        for (LocalDate date : dates) {
            rows.add(new PrincipalDue(date, parts[rows.size()]));
        }
        return List.copyOf(rows);
    }
}
