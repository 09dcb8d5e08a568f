package vn.coopfund.treasury;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.web.Refusal;

/** The posting templates of lines: fees and interest. */
@Component
public class Templates {

    private final JdbcClient jdbc;
    private final TreasuryPostings postings;

    Templates(JdbcClient jdbc, TreasuryPostings postings) {
        this.jdbc = jdbc;
        this.postings = postings;
    }

    /** On which account of the other side the line would stand by it. */
    public String account(Template template, Line line) {
        return postings.account(template, line);
    }

    /** Those for money in, or for money out, that the bank's line alone bears out. */
    public List<Template> of(boolean in) {
        return all().stream().filter(one -> one.in() == in && !one.secondPerson()).toList();
    }

    /** Those that wait for a second person. */
    public List<Template> chosen(boolean in) {
        return all().stream().filter(one -> one.in() == in && one.secondPerson()).toList();
    }

    /** By id or code. */
    Optional<Template> named(String given) {
        return all().stream().filter(one -> one.code().equals(given) || Long.toString(one.id()).equals(given)).findFirst();
    }

    Template byId(long id) {
        return all().stream().filter(one -> one.id() == id).findFirst().orElseThrow(Refusal::notFound);
    }

    private List<Template> all() {
        return jdbc.sql("select * from treasury.posting_template where fund_id = ? order by id")
                .param(Actors.current().fundId()).query((row, number) -> new Template(row.getLong("id"), row.getString("code"),
                        row.getString("name_vi"), row.getString("name_en"), row.getString("side").equals("IN"),
                        row.getString("template"), List.of((String[]) row.getArray("keywords").getArray()),
                        row.getBoolean("second_person"))).list();
    }
}
