package vn.coopfund.calendar;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * What the close of a day did.
 *
 * @param counts  records touched, by the name of the step
 * @param seconds how long it took
 */
public record ClosedDay(LocalDate day, Map<String, Integer> counts, BigDecimal seconds) {

    public ClosedDay {
        counts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(counts));
    }

    /** Both together, as of the later day. */
    ClosedDay with(ClosedDay later) {
        Map<String, Integer> sums = new java.util.LinkedHashMap<>(counts);
        later.counts.forEach((step, count) -> sums.merge(step, count, Integer::sum));
        return new ClosedDay(later.day, sums, seconds.add(later.seconds));
    }
}
