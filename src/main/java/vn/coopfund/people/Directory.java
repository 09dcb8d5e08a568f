package vn.coopfund.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SearchText;
import vn.coopfund.web.SortBy;

/** Finds the people of the fund: words without tone marks, a filter, an order. */
@Component
public class Directory {

    private static final Map<String, String> COLUMNS = Map.of("username", "username", "name", "display_name",
            "last", "last_sign_in");

    private static final String SELECT = """
            select * from (
                select p.id, p.fund_id, p.username, p.display_name, p.enabled, p.password_hash is not null as password_set,
                    array(select role from access.person_role r where r.person_id = p.id) as roles,
                    (select max(recorded_at) from access.audit_log a
                        where a.person_id = p.id and a.what in ('SignedIn', 'SignedInByProgram')) as last_sign_in,
                    exists (select 1 from people.role_change c
                        where c.person_id = p.id and c.state = 'PENDING') as change_waits
                from access.person p) person
            where fund_id = ?""";

    private final JdbcClient jdbc;

    Directory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is looked for; null is anything. */
    public record Wish(String q, Role role, Person.State state) {
    }

    public static SortBy sort(String wish) {
        return SortBy.of(wish, "username", COLUMNS);
    }

    /** SQL that folds a text as {@link SearchText} does. */
    static String folded(String sql) {
        return "replace(regexp_replace(normalize(lower(" + sql + "), NFD), '[\\u0300-\\u036F]', '', 'g'), 'đ', 'd')";
    }

    @Transactional(readOnly = true)
    public PageOf<Person> page(Wish wish, SortBy sort, PageOf.Wish page) {
        List<Object> params = new ArrayList<>(List.of(Actors.current().fundId()));
        String found = SELECT + filter(wish, params);
        long total = jdbc.sql("select count(*) from (" + found + ") found").params(params).query(Long.class).single();
        List<Person> rows = jdbc.sql(found + sort.orderBy("id") + "limit " + page.size() + " offset " + page.offset())
                .params(params).query(Directory::row).list();
        return new PageOf<>(rows, page.page(), page.size(), total);
    }

    private static String filter(Wish wish, List<Object> params) {
        StringBuilder sql = new StringBuilder();
        if (wish.role() != null) {
            sql.append(" and ? = any(roles)");
            params.add(wish.role().name());
        }
        if (wish.state() != null) {
            sql.append(switch (wish.state()) {
                case ACTIVE -> " and enabled and password_set";
                case NO_PASSWORD -> " and enabled and not password_set";
                case DISABLED -> " and not enabled";
            });
        }
        for (String pattern : SearchText.patterns(wish.q())) {
            sql.append(" and ").append(folded("username || ' ' || display_name")).append(" like ?");
            params.add(pattern);
        }
        return sql.toString();
    }

    @Transactional(readOnly = true)
    public Person get(long id) {
        return jdbc.sql(SELECT + " and id = ?").params(Actors.current().fundId(), id).query(Directory::row).optional()
                .orElseThrow(Refusal::notFound);
    }

    boolean hasUsername(String username) {
        return jdbc.sql("select exists (select 1 from access.person where lower(username) = lower(?))").param(username)
                .query(Boolean.class).single();
    }

    private static Person row(ResultSet row, int number) throws SQLException {
        Timestamp last = row.getTimestamp("last_sign_in");
        return new Person(row.getLong("id"), row.getString("username"), row.getString("display_name"),
                roles((String[]) row.getArray("roles").getArray()), row.getBoolean("enabled"),
                row.getBoolean("password_set"), last == null ? null : last.toInstant(), row.getBoolean("change_waits"));
    }

    static List<Role> roles(String[] names) {
        return Arrays.stream(names).map(Role::valueOf).sorted().toList();
    }
}
