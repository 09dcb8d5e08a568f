package vn.coopfund.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** The register of changes of roles. */
@Component
public class RoleChanges {

    private final JdbcClient jdbc;

    RoleChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public RoleChange get(long id) {
        return select("and id = ?", id).orElseThrow(Refusal::notFound);
    }

    /** The same, held until the transaction ends. */
    RoleChange getForUpdate(long id) {
        return select("and id = ? for update", id).orElseThrow(Refusal::notFound);
    }

    public Optional<RoleChange> waitingFor(long person) {
        return select("and person_id = ? and state = 'PENDING'", person);
    }

    /** Those that wait for this actor as second person: proposed by others, about others; the oldest first. */
    public List<RoleChange> waitingForActor() {
        Actor actor = Actors.current();
        return jdbc.sql("""
                select * from people.role_change
                where fund_id = ? and state = 'PENDING' and proposed_by <> ? and person_id <> ? order by id""")
                .params(actor.fundId(), actor.id(), actor.id()).query(RoleChanges::row).list();
    }

    RoleChange add(Person person, Collection<Role> after, RoleChange.State state) {
        long id = jdbc.sql("""
                insert into people.role_change (id, fund_id, person_id, roles_before, roles_after, state, proposed_by)
                values (nextval('people.role_change_seq'), ?, ?, ?, ?, ?, ?) returning id""")
                .params(Actors.current().fundId(), person.id(), names(person.roles()), names(after), state.name(),
                        Actors.current().id()).query(Long.class).single();
        return get(id);
    }

    RoleChange settle(long id, RoleChange.State state, String reason) {
        jdbc.sql("""
                update people.role_change set state = ?, decided_by = ?, decided_at = clock_timestamp(), reason = ?
                where id = ?""").params(state.name(), Actors.current().id(), reason, id).update();
        return get(id);
    }

    private static String[] names(Collection<Role> roles) {
        return roles.stream().sorted().map(Enum::name).toArray(String[]::new);
    }

    private Optional<RoleChange> select(String rest, long key) {
        return jdbc.sql("select * from people.role_change where fund_id = ? " + rest)
                .params(List.of(Actors.current().fundId(), key)).query(RoleChanges::row).optional();
    }

    private static RoleChange row(ResultSet row, int number) throws SQLException {
        return new RoleChange(row.getLong("id"), row.getLong("person_id"),
                Directory.roles((String[]) row.getArray("roles_before").getArray()),
                Directory.roles((String[]) row.getArray("roles_after").getArray()),
                RoleChange.State.valueOf(row.getString("state")), row.getLong("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(), row.getObject("decided_by", Long.class),
                row.getString("reason"));
    }
}
