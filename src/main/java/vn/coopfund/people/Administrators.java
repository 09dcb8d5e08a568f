package vn.coopfund.people;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.web.Refusal;

/** How many administrators there are: the fund always has one who can sign in, and wants two. */
@Component
public class Administrators {

    private final JdbcClient jdbc;

    Administrators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those who can sign in now. */
    public List<Long> active() {
        return jdbc.sql("""
                select p.id from access.person p where p.fund_id = ? and p.enabled and p.password_hash is not null
                and exists (select 1 from access.person_role r where r.person_id = p.id and r.role = 'ADMINISTRATOR')
                order by p.id""").param(Actors.current().fundId()).query(Long.class).list();
    }

    /**
     * Whether nobody but this person is or was an administrator: then there is no second one to ask, and the first other
     * may be appointed alone. Somebody who was one and never set a password does not count.
     */
    public boolean onlyEver(long person) {
        return jdbc.sql("""
                select not exists (select 1 from access.person p where p.fund_id = ? and p.id <> ? and (
                    exists (select 1 from access.person_role r where r.person_id = p.id and r.role = 'ADMINISTRATOR')
                    or p.password_hash is not null and exists (select 1 from people.role_change c
                        where c.person_id = p.id and c.state in ('APPLIED', 'CONFIRMED')
                          and 'ADMINISTRATOR' = any(c.roles_before || c.roles_after))))""")
                .params(Actors.current().fundId(), person).query(Boolean.class).single();
    }

    /** Refuses to lose the last administrator who can sign in; two such acts at once come here one after the other. */
    void refuseToLose(long person) {
        jdbc.sql("select id from access.fund where id = ? for update").param(Actors.current().fundId())
                .query(Long.class).single();
        List<Long> active = active();
        if (active.contains(person) && active.size() == 1) {
            throw Refusal.conflict("people.refused.last-administrator");
        }
    }
}
