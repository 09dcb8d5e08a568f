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

    /** The regulation of the actor's fund in force on that day; the first one for days before it. */
    @Transactional(readOnly = true)
    public LendingRegulation on(LocalDate day) {
        return jdbc.sql("""
                select in_force_from, paper, least_own_capital, customer_limit, group_limit, longest_term_months,
                       annual_rate, overdue_factor, late_interest_rate, months_between, offer_valid_days,
                       council_quorum_percent
                from products.lending_regulation where fund_id = :fund
                order by in_force_from <= :day desc,
                         case when in_force_from <= :day then in_force_from end desc, in_force_from
                limit 1""")
                .param("fund", Actors.current().fundId()).param("day", day)
                .query(LendingRegulation.class).single();
    }
}
