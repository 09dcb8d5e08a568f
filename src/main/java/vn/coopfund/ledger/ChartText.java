package vn.coopfund.ledger;

import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;

/** The chart in force as CSV, as {@link ProposeChart} reads it. */
@Component
public class ChartText {

    private final JdbcClient jdbc;

    ChartText(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public String inForce() {
        return "code,name_vi,name_en,kind,normal_side,parent,needs\n" + jdbc.sql("""
                select code, name_vi, name_en, kind, normal_side, parent, needs from ledger.account
                where fund_id = ? and valid_to is null order by code""")
                .param(Actors.current().fundId()).query((row, number) -> CSVFormat.DEFAULT.format(row.getString(1),
                        row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6),
                        row.getString(7))).list().stream().collect(Collectors.joining("\n"));
    }
}
