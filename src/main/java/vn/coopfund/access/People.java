package vn.coopfund.access;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who sign in. */
@Component
public class People implements UserDetailsService {

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;

    People(JdbcClient jdbc, PasswordEncoder passwords, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public SignedInPerson loadUserByUsername(String username) {
        return jdbc.sql(SELECT + " where lower(p.username) = lower(:key)").param("key", username)
                .query((row, number) -> new SignedInPerson(actor(row), row.getString("password_hash"),
                        row.getBoolean("enabled") && row.getString("password_hash") != null))
                .optional().orElseThrow(() -> new UsernameNotFoundException(username));
    }

    /** The person as somebody who acts. */
    @Transactional(readOnly = true)
    public Optional<Actor> find(long id) {
        return jdbc.sql(SELECT + " where p.id = :key").param("key", id).query((row, number) -> actor(row)).optional();
    }

    @Transactional(readOnly = true)
    public Actor byUsername(String username) {
        return loadUserByUsername(username).actor();
    }

    /** How a person is called on screens; the program's own name for 0. */
    public String nameOf(long id) {
        return id == 0 ? Actor.system(Actors.FIRST_FUND).displayName() : find(id).map(Actor::displayName).orElse("?");
    }

    /** Enabled people of the actor's fund who hold the role. */
    @Transactional(readOnly = true)
    public List<Actor> withRole(Role role) {
        return jdbc.sql(SELECT + " where p.fund_id = :fund and p.enabled and exists (select 1 from access.person_role x "
                        + "where x.person_id = p.id and x.role = :role) order by p.username")
                .param("fund", Actors.current().fundId()).param("role", role.name())
                .query((row, number) -> actor(row)).list();
    }

    /** Adds a person; {@code password} may be null until the person sets one by a link. Returns the new id. */
    @Transactional
    public long add(String username, String displayName, String password, Set<Role> roles) {
        return addHashed(username, displayName, password == null ? null : passwords.encode(password), roles);
    }

    /** The same with a password that is hashed already. */
    @Transactional
    public long addHashed(String username, String displayName, String passwordHash, Set<Role> roles) {
        long id = jdbc.sql("select nextval('access.person_seq')").query(Long.class).single();
        jdbc.sql("insert into access.person (id, fund_id, username, display_name, password_hash) values (?, ?, ?, ?, ?)")
                .params(id, Actors.current().fundId(), username, displayName, passwordHash).update();
        insertRoles(id, roles);
        return id;
    }

    private void insertRoles(long id, Set<Role> roles) {
        roles.forEach(role -> jdbc.sql("insert into access.person_role (person_id, role) values (?, ?)")
                .params(id, role.name()).update());
    }

    /** Sets the password; whoever is signed in as this person is signed out. */
    @Transactional
    public void setPassword(long id, String password) {
        jdbc.sql("update access.person set password_hash = ? where id = ?").params(passwords.encode(password), id).update();
        endSessions(id, null);
    }

    /** The same by the person itself, who stays signed in here and nowhere else. */
    @Transactional
    public void setPassword(long id, String password, String keptSession) {
        jdbc.sql("update access.person set password_hash = ? where id = ?").params(passwords.encode(password), id).update();
        endSessions(id, keptSession);
    }

    @Transactional(readOnly = true)
    public boolean hasPassword(long id, String password) {
        return jdbc.sql("select password_hash from access.person where id = ? and password_hash is not null").param(id)
                .query(String.class).optional().filter(hash -> passwords.matches(password, hash)).isPresent();
    }

    /** Gives exactly these roles; whoever is signed in as this person is signed out, since a session holds its roles. */
    @Transactional
    public void setRoles(long id, Set<Role> roles) {
        jdbc.sql("delete from access.person_role where person_id = ?").param(id).update();
        insertRoles(id, roles);
        endSessions(id, null);
        events.publishEvent(new RolesLost(id, false));
    }

    /** A disabled person cannot sign in, is signed out at once, and open set-up links end. */
    @Transactional
    public void setEnabled(long id, boolean enabled) {
        jdbc.sql("update access.person set enabled = ? where id = ?").params(enabled, id).update();
        if (!enabled) {
            jdbc.sql("delete from access.set_up_link where person_id = ? and used_at is null").param(id).update();
            endSessions(id, null);
            events.publishEvent(new RolesLost(id, true));
        }
    }

    /**
     * Sessions are rows, so they end on every node. Calls with HTTP Basic read the person afresh each time, and what a
     * node remembers of a password hangs on the stored hash: nothing else needs to be dropped.
     */
    private void endSessions(long id, String kept) {
        jdbc.sql("""
                delete from access.web_session where session_id is distinct from ?
                and principal_name = (select username from access.person where id = ?)""")
                .params(kept, id).update();
    }

    @Transactional(readOnly = true)
    public boolean none() {
        return jdbc.sql("select not exists (select 1 from access.person)").query(Boolean.class).single();
    }

    private static final String SELECT = """
            select p.id, p.username, p.display_name, p.fund_id, p.password_hash, p.enabled,
                   array(select role from access.person_role r where r.person_id = p.id) as roles
            from access.person p""";

    private static Actor actor(java.sql.ResultSet row) throws java.sql.SQLException {
        Set<Role> roles = new HashSet<>();
        Arrays.stream((String[]) row.getArray("roles").getArray()).map(Role::valueOf).forEach(roles::add);
        return new Actor(row.getLong("id"), row.getString("username"), row.getString("display_name"),
                row.getLong("fund_id"), roles);
    }
}
