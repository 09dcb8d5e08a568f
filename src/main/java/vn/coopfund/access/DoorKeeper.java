package vn.coopfund.access;

import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Checks name and password at both doors. A name nobody has, a disabled person and a wrong password are answered alike
 * and take the same time; too many in a row close the door for a while ({@link SignInFailures}).
 */
@Component
class DoorKeeper implements AuthenticationProvider {

    private final People people;
    private final PasswordEncoder passwords;
    private final SignInFailures failures;
    private final SignInLog log;
    private final AuditLog auditLog;
    private final String nobodysHash;

    DoorKeeper(People people, PasswordEncoder passwords, SignInFailures failures, SignInLog log, AuditLog auditLog) {
        this.people = people;
        this.passwords = passwords;
        this.failures = failures;
        this.log = log;
        this.auditLog = auditLog;
        this.nobodysHash = passwords.encode(Tokens.fresh());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        String username = typed.getName();
        String source = source(typed);
        Optional<Boolean> standing = failures.standing(username, source);
        if (standing.orElse(false)) {
            throw new LockedException("too many failures in a row");
        }
        SignedInPerson person = find(username);
        if (!mayEnter(person, typed)) {
            boolean locked = failures.failed(username, source);
            log.failed(username, person, locked);
            throw locked ? new LockedException("too many failures in a row") : new BadCredentialsException("wrong");
        }
        standing.ifPresent(some -> failures.forget(username, source));
        if (isByProgram()) {
            auditLog.recordProgram(person.actor());
        }
        var entered = UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
        entered.setDetails(typed.getDetails());
        return entered;
    }

    private SignedInPerson find(String username) {
        try {
            return username.indexOf('\0') >= 0 ? null : people.loadUserByUsername(username);
        } catch (UsernameNotFoundException unknown) {
            return null;
        }
    }

    private boolean mayEnter(SignedInPerson person, Authentication typed) {
        boolean known = person != null && person.getPassword() != null;
        String password = typed.getCredentials() == null ? "" : typed.getCredentials().toString();
        boolean right = passwords.matches(password, known ? person.getPassword() : nobodysHash);
        return known && right && person.isEnabled();
    }

    private static String source(Authentication typed) {
        return typed.getDetails() instanceof WebAuthenticationDetails details && details.getRemoteAddress() != null
                ? details.getRemoteAddress() : "";
    }

    private static boolean isByProgram() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getRequest().getHeader("Authorization") != null;
    }
}
