package vn.coopfund.access;

import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Sign-ins, sign-outs and failed sign-ins in the audit log. */
@Component
class SignInLog {

    private static final int SHOWN = 3;

    private final AuditLog auditLog;

    SignInLog(AuditLog auditLog) {
        this.auditLog = auditLog;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        record(event.getAuthentication(), "SignedIn");
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        record(event.getAuthentication(), "SignedOut");
    }

    private void record(Authentication authentication, String what) {
        if (authentication.getPrincipal() instanceof SignedInPerson person) {
            auditLog.record(person.actor(), what, subject(person), null);
        }
    }

    /** A name that nobody has may be a password in the wrong field: only its beginning is kept. */
    void failed(String typed, SignedInPerson person, boolean locked) {
        Actor who = person != null ? person.actor()
                : new Actor(0, beginning(typed), "", Actors.FIRST_FUND, Set.of());
        String detail = (person == null ? "UNKNOWN_NAME" : person.isEnabled() ? "WRONG_PASSWORD" : "DISABLED")
                + (locked ? " · LOCKED" : "");
        auditLog.record(who, "SignInFailed", person == null ? null : subject(person), detail);
    }

    private static Subject subject(SignedInPerson person) {
        return new Subject(Subject.Type.PERSON, person.actor().id());
    }

    private static String beginning(String typed) {
        String clean = typed.replaceAll("\\p{Cntrl}", "");
        return clean.codePoints().limit(SHOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append) + "…";
    }
}
