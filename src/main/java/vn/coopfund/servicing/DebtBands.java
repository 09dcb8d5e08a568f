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

    /** The bands of the set in force on a day, the best group first. */
    List<Band> on(LocalDate day) {
        return jdbc.sql("""
                with\s""" + DebtGroups.RULES + """
                select debt_group, days_from from rule where criterion = 'DAYS_PAST_DUE' order by debt_group""").param("fund", Actors.current().fundId()).param("day", day)
                .query(Band.class).list();
    }
}
