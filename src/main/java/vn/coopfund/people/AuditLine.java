package vn.coopfund.people;

import java.time.Instant;

/**
 * One line of the audit log.
 *
 * @param name        the person's name today; null for the program and for a name nobody has
 * @param what        the act's simple name, or an event such as {@code SignedIn}
 * @param subjectType a {@code Subject.Type}, or null
 */
public record AuditLine(long id, Instant at, Long personId, String username, String name, String what, String subjectType,
        Long subjectId, String detail, String source) {
}
