package vn.coopfund.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Subject;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SearchText;

/** The audit log to read, newest first. */
@Component
public class AuditTrail {

    private static final String COLUMNS = """
            select a.id, a.recorded_at, a.person_id, a.username, p.display_name, a.what, a.subject_type, a.subject_id,
                   a.detail, a.source
            """;
    private static final String DAY = "(?::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'";

    private static final int ROWS_AT_A_TIME = 1_000;

    private final JdbcClient jdbc;

    AuditTrail(DataSource dataSource) {
        JdbcTemplate cursor = new JdbcTemplate(dataSource);
        cursor.setFetchSize(ROWS_AT_A_TIME);
        this.jdbc = JdbcClient.create(cursor);
    }

    /**
     * What is looked for; null is anything.
     *
     * @param person  a user name, or words of a name
     * @param what    the simple name of an act
     * @param from    first day, in Viet Nam
     * @param to      last day
     */
    public record Wish(String person, String what, Subject.Type subject, Long id, LocalDate from, LocalDate to) {
    }

    @Transactional(readOnly = true)
    public PageOf<AuditLine> page(Wish wish, PageOf.Wish page) {
        List<Object> params = new ArrayList<>();
        String from = from(wish, params);
        long total = jdbc.sql("select count(*) " + from).params(params).query(Long.class).single();
        List<AuditLine> lines = jdbc.sql(COLUMNS + from + " order by a.id desc limit " + page.size() + " offset "
                + page.offset()).params(params).query(AuditTrail::row).list();
        return new PageOf<>(lines, page.page(), page.size(), total);
    }

    /** Hands over all that are found, one by one. */
    @Transactional(readOnly = true)
    public void each(Wish wish, Consumer<AuditLine> taker) {
        List<Object> params = new ArrayList<>();
        String from = from(wish, params);
        try (Stream<AuditLine> lines = jdbc.sql(COLUMNS + from + " order by a.id desc").params(params)
                .query(AuditTrail::row).stream()) {
            lines.forEach(taker);
        }
    }

    /** When and from where the actor's own sign-in was used or tried, newest first. */
    @Transactional(readOnly = true)
    public List<AuditLine> ownSignIns(int most) {
        return jdbc.sql(COLUMNS + """
                from access.audit_log a left join access.person p on p.id = a.person_id
                where a.person_id = ? and a.what in ('SignedIn', 'SignedInByProgram', 'SignedOut', 'SignInFailed')
                order by a.recorded_at desc, a.id desc limit ?""")
                .params(Actors.current().id(), most).query(AuditTrail::row).list();
    }

    private static String from(Wish wish, List<Object> params) {
        StringBuilder sql = new StringBuilder("""
                from access.audit_log a left join access.person p on p.id = a.person_id
                where a.fund_id = ?""");
        params.add(Actors.current().fundId());
        person(wish.person(), sql, params);
        add(" and a.what = ?", wish.what() == null || wish.what().isBlank() ? null : wish.what(), sql, params);
        add(" and a.subject_type = ?", wish.subject() == null ? null : wish.subject().name(), sql, params);
        add(" and a.subject_id = ?", wish.id(), sql, params);
        add(" and a.recorded_at >= " + DAY, wish.from(), sql, params);
        add(" and a.recorded_at < " + DAY, wish.to() == null ? null : wish.to().plusDays(1), sql, params);
        return sql.toString();
    }

    /** The user name as it was written then, or words of the person's name. */
    private static void person(String wish, StringBuilder sql, List<Object> params) {
        List<String> patterns = SearchText.patterns(wish);
        if (!patterns.isEmpty()) {
            sql.append(" and (lower(a.username) = lower(?) or (true");
            params.add(wish.strip());
            patterns.forEach(pattern -> add(" and " + Directory.folded("p.display_name") + " like ?", pattern, sql, params));
            sql.append("))");
        }
    }

    private static void add(String condition, Object value, StringBuilder sql, List<Object> params) {
        if (value != null) {
            sql.append(condition);
            params.add(value);
        }
    }

    private static AuditLine row(ResultSet row, int number) throws SQLException {
        return new AuditLine(row.getLong("id"), row.getTimestamp("recorded_at").toInstant(),
                row.getObject("person_id", Long.class), row.getString("username"), row.getString("display_name"),
                row.getString("what"), row.getString("subject_type"), row.getObject("subject_id", Long.class),
                row.getString("detail"), row.getString("source"));
    }
}
