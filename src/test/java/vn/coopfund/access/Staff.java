package vn.coopfund.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** People of the fund for tests: one for each set of roles, made at the first asking. */
public final class Staff {

    private final People people;

    public Staff(People people) {
        this.people = people;
    }

    /** The person who holds exactly these roles. */
    public Actor with(Role... roles) {
        return named(Arrays.stream(roles).map(Role::name).sorted().collect(Collectors.joining("-")).toLowerCase(), roles);
    }

    /** A second person in the same roles, told apart by the name. */
    public Actor named(String username, Role... roles) {
        try {
            return people.byUsername(username);
        } catch (UsernameNotFoundException first) {
            Set<Role> held = roles.length == 0 ? Set.of() : EnumSet.copyOf(Arrays.asList(roles));
            people.add(username, username, null, held);
            return people.byUsername(username);
        }
    }

    public Actor byId(long id) {
        return people.find(id).orElseThrow();
    }

    /** Does the work as the person of these roles. */
    public <T> T as(Role role, Supplier<T> work) {
        return Actors.as(with(role), work);
    }

    /** A request by the person of these roles. */
    public RequestPostProcessor signedIn(Role... roles) {
        return signedIn(with(roles));
    }

    public static RequestPostProcessor signedIn(Actor actor) {
        return SecurityMockMvcRequestPostProcessors.user(new SignedInPerson(actor, "", true));
    }
}
