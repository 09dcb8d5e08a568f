package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;

/** The debt groups by days past due, as dated rows (Circular 14/2024/TT-NHNN for microfinance institutions). */
@Component
class DebtBands {

    private final JdbcClient jdbc;

    DebtBands(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From that many days past due a loan stands in the group. */
    record Band(int debtGroup, int daysFrom) {
    }

    /** The bands in force on a day, the best group first. */
    List<Band> on(LocalDate day) {
        return jdbc.sql("""
                select debt_group, days_from from servicing.debt_band
                where fund_id = :fund and in_force_from = (select max(in_force_from) from servicing.debt_band
                                                           where fund_id = :fund and in_force_from <= :day)
                order by debt_group""").param("fund", Actors.current().fundId()).param("day", day)
                .query(Band.class).list();
    }

    /** The indicative group of the day. */
    int groupOf(int daysPastDue, LocalDate day) {
        return on(day).stream().filter(band -> band.daysFrom() <= daysPastDue).mapToInt(Band::debtGroup).max()
                .orElse(1);
    }
}
