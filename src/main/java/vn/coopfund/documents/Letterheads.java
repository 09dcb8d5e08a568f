package vn.coopfund.documents;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;

/** The letterhead in force on a day; an old paper printed again keeps its own. */
@Component
public class Letterheads {

    private final JdbcClient jdbc;

    Letterheads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Letterhead on(LocalDate day) {
        return jdbc.sql("""
                select parent, name, place from documents.letterhead
                where fund_id = ? and valid_from <= ? order by valid_from desc limit 1""")
                .params(Actors.current().fundId(), day).query(Letterhead.class).single();
    }
}
