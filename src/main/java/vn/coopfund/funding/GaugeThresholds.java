package vn.coopfund.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;

/** The dated thresholds of the four gauges of Decree 45/2021 art. 46. */
@Component
public class GaugeThresholds {

    private final JdbcClient jdbc;

    GaugeThresholds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is measured. */
    public enum Gauge {
        /** Charter capital in đồng, not below. */
        CHARTER_CAPITAL,
        /** Loans outstanding in percent of equity, not below (and rated C as long). */
        LOANS_TO_EQUITY,
        /** Debt of groups 3 to 5 in percent of actual charter capital, not above. */
        BAD_DEBT,
        /** Accumulated deficit in percent of actual charter capital, below. */
        DEFICIT;

        /** Whether a figure stands on the wrong side of its threshold. */
        public boolean isBeyond(BigDecimal figure, BigDecimal threshold) {
            return switch (this) {
                case CHARTER_CAPITAL, LOANS_TO_EQUITY -> figure.compareTo(threshold) < 0;
                case BAD_DEBT -> figure.compareTo(threshold) > 0;
                case DEFICIT -> figure.compareTo(threshold) >= 0;
            };
        }
    }

    /**
     * @param threshold đồng for charter capital, else percent
     * @param years     how many years running it takes
     * @param paper     where it is written
     */
    public record Threshold(BigDecimal threshold, int years, String paper) {
    }

    /** The one in force on a day. */
    public Threshold on(Gauge gauge, LocalDate day) {
        return jdbc.sql("""
                select threshold, years, paper from funding.gauge_threshold where fund_id = ? and gauge = ?
                order by in_force_from <= ? desc, case when in_force_from <= ? then in_force_from end desc, in_force_from limit 1""")
                .params(Actors.current().fundId(), gauge.name(), day, day).query(Threshold.class).single();
    }
}
