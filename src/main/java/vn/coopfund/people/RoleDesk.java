package vn.coopfund.people;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/**
 * Changes roles. What takes rights away happens at once; what gives any waits for a second administrator, but for the
 * first other administrator of a fund that never had two.
 */
@Component
class RoleDesk {

    private final People people;
    private final RoleChanges changes;
    private final Administrators administrators;

    RoleDesk(People people, RoleChanges changes, Administrators administrators) {
        this.people = people;
        this.changes = changes;
        this.administrators = administrators;
    }

    RoleChange change(Person person, Set<Role> wanted) {
        RoleRules.check(wanted);
        refuseOwn(person.id());
        if (changes.waitingFor(person.id()).isPresent()) {
            throw Refusal.conflict("people.refused.waiting");
        }
        boolean atOnce = narrows(person, wanted) || isFirstOtherAdministrator(wanted);
        RoleChange change = changes.add(person, wanted, atOnce ? RoleChange.State.APPLIED : RoleChange.State.PENDING);
        if (atOnce) {
            apply(person, wanted);
        }
        note(person, change);
        return change;
    }

    /** The roles hold from now on; whoever is signed in as this person is signed out. */
    void apply(Person person, Collection<Role> wanted) {
        if (person.is(Role.ADMINISTRATOR) && !wanted.contains(Role.ADMINISTRATOR)) {
            administrators.refuseToLose(person.id());
        }
        people.setRoles(person.id(), wanted.isEmpty() ? Set.of() : EnumSet.copyOf(wanted));
    }

    void refuseOwn(long person) {
        if (person == Actors.current().id()) {
            throw Refusal.forbidden("people.refused.own");
        }
    }

    void note(Person person, RoleChange change) {
        AuditDetail.note(person.username());
        AuditDetail.note(written(change.before()) + " → " + written(change.after()));
        AuditDetail.note(change.state().name());
    }

    private static boolean narrows(Person person, Set<Role> wanted) {
        return person.roles().containsAll(wanted);
    }

    private boolean isFirstOtherAdministrator(Set<Role> wanted) {
        return wanted.equals(Set.of(Role.ADMINISTRATOR)) && administrators.onlyEver(Actors.current().id());
    }

    private static String written(Collection<Role> roles) {
        return roles.isEmpty() ? "–" : roles.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
