package vn.coopfund.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import vn.coopfund.funding.GaugeThresholds.Gauge;
import vn.coopfund.funding.GaugeThresholds.Threshold;

/**
 * A gauge of Decree 45/2021 art. 46 on a day.
 *
 * @param figure  đồng for charter capital, else percent
 * @param beyond  whether it stands on the wrong side of its threshold
 * @param running how many years running it stood there at their end, this one included
 * @param facts   what the figure is made of
 * @param years   the figure at the end of the last years, the earliest first
 */
public record GaugeReading(Gauge gauge, LocalDate on, BigDecimal figure, Threshold threshold, boolean beyond, int running,
        List<Fact> facts, List<Year> years) {

    /** A sum behind the figure, and where it is seen. */
    public record Fact(String key, long amount, String path) {
    }

    /** The figure at a year's end. */
    public record Year(int year, BigDecimal figure, boolean beyond) {
    }
}
