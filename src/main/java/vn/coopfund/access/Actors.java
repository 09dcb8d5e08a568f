package vn.coopfund.access;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Finds who acts now. */
public final class Actors {

    /** The one fund of today's installation; every root carries its fund's id, so that a second one can join. */
    public static final long FIRST_FUND = 1;

    private Actors() {
    }

    /** The signed-in person; the program itself where nobody is signed in. */
    public static Actor current() {
        return signedIn().orElseGet(() -> Actor.system(FIRST_FUND));
    }

    public static Optional<Actor> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInPerson person) {
            return Optional.of(person.actor());
        }
        return Optional.empty();
    }

    /** Does the work as that person: for jobs that carry on somebody's act, and for demonstration data. */
    public static <T> T as(Actor actor, Supplier<T> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        try {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            if (!actor.isSystem()) {
                SignedInPerson person = new SignedInPerson(actor, "", true);
                context.setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities()));
            }
            SecurityContextHolder.setContext(context);
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
