package vn.coopfund.documents;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;

/**
 * Numbers without gaps, one series a fund, kind and year. The taker's transaction holds the series until it ends: the
 * next taker waits, and a number taken by an act that fails is given again.
 */
@Component
public class NumberSeries {

    private static final int DIGITS = 4;

    private final JdbcClient jdbc;

    NumberSeries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number, from 1, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long next(String kind, int year) {
        return jdbc.sql("""
                insert into documents.number_series as series (fund_id, kind, year, last) values (?, ?, ?, 1)
                on conflict (fund_id, kind, year) do update set last = series.last + 1 returning last""")
                .params(Actors.current().fundId(), kind, year).query(Long.class).single();
    }

    /** The next number as a paper bears it, the symbol being the kind: {@code 0012/2026/HĐTD-QHTX}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String nextWritten(String symbol, int year) {
        return written(next(symbol, year), year, symbol);
    }

    /** {@code 0012/2026/HĐTD-QHTX}: at least four digits. */
    public static String written(long number, int year, String symbol) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, DIGITS - digits.length())) + digits + "/" + year + "/" + symbol;
    }
}
