package vn.coopfund.treasury;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.web.Refusal;

/** The posting templates of lines: fees and interest. */
@Component
public class Templates {

    private final JdbcClient jdbc;

    Templates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those for money in, or for money out. */
    public List<Template> of(boolean in) {
        return all().stream().filter(one -> one.in() == in).toList();
    }

    Template byId(long id) {
        return all().stream().filter(one -> one.id() == id).findFirst().orElseThrow(Refusal::notFound);
    }

    private List<Template> all() {
        return jdbc.sql("select * from treasury.posting_template where fund_id = ? order by id")
                .param(Actors.current().fundId()).query((row, number) -> new Template(row.getLong("id"), row.getString("code"),
                        row.getString("name_vi"), row.getString("name_en"), row.getString("side").equals("IN"),
                        row.getString("account"), List.of((String[]) row.getArray("keywords").getArray()))).list();
    }
}
