package vn.coopfund.products;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;

/** Finds the regulation in force. */
@Component
public class LendingRegulations {

    private final JdbcClient jdbc;

    LendingRegulations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The regulation of the actor's fund in force on that day: of the confirmed versions already in force then, the one
     * confirmed last, so that a new version takes the place of a later one that was a mistake. Days before the first
     * version know the first.
     */
    @Transactional(readOnly = true)
    public LendingRegulation on(LocalDate day) {
        return jdbc.sql("""
                select * from products.lending_regulation where fund_id = :fund and state = 'CONFIRMED'
                order by in_force_from <= :day desc, case when in_force_from <= :day then number end desc, number
                limit 1""")
                .param("fund", Actors.current().fundId()).param("day", day)
                .query((row, number) -> RegulationRow.read(row)).single();
    }
}
