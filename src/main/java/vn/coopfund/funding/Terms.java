package vn.coopfund.funding;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/** The terms and their targets. */
@Component
public class Terms {

    private final JdbcClient jdbc;

    Terms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The earliest first. */
    public List<Term> all() {
        return jdbc.sql("""
                select name, from_day, to_day, projects_target, capital_target from funding.term_target
                where fund_id = ? order by from_day""").param(Actors.current().fundId())
                .query((row, number) -> new Term(row.getString(1), row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class), row.getInt(4), Dong.of(row.getLong(5)))).list();
    }

    /** The term of that name; without a name, the first. */
    public Term named(String name) {
        return all().stream().filter(term -> name == null || name.isBlank() || term.name().equals(name)).findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
