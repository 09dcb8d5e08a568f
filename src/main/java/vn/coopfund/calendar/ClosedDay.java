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
}
