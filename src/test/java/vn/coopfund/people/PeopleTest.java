package vn.coopfund.people;

import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;

/** Two administrators who can sign in, and somebody to work on. */
abstract class PeopleTest extends ModuleTest {

    static final String PASSWORD = "lúa nếp cái hoa vàng";

    @Autowired MockMvc web;
    @Autowired People people;
    @Autowired Directory directory;
    @Autowired JdbcClient jdbc;
    @Autowired AddPerson addPerson;
    @Autowired ProposeRoles proposeRoles;
    @Autowired ConfirmRoles confirmRoles;
    @Autowired RoleChanges changes;

    Staff staff;
    Actor first;
    Actor second;

    @BeforeEach
    void twoAdministrators() {
        staff = new Staff(people);
        first = known("admin-one", Role.ADMINISTRATOR);
        second = known("admin-two", Role.ADMINISTRATOR);
    }

    /** Somebody with a password, made at the first asking. */
    Actor known(String username, Role... roles) {
        Actor person = staff.named(username, roles);
        if (!people.hasPassword(person.id(), PASSWORD)) {
            people.setPassword(person.id(), PASSWORD);
        }
        return person;
    }

    static String fresh(String stem) {
        return stem + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    Person added(Role... roles) {
        String username = fresh("staff");
        return Actors.as(first, () -> addPerson.add(new AddPerson.NewPerson(username, "Lê Thị " + username,
                Set.of(roles), null)));
    }

    /** Added by one administrator and confirmed by the other. */
    Person appointed(Role... roles) {
        Person person = added(roles);
        long change = changes.waitingFor(person.id()).orElseThrow().id();
        Actors.as(second, () -> confirmRoles.confirm(change));
        return directory.get(person.id());
    }

    static <T> T as(Actor actor, Supplier<T> work) {
        return Actors.as(actor, work);
    }
}
