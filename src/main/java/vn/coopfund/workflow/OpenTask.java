package vn.coopfund.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import vn.coopfund.access.Duty;
import vn.coopfund.access.HasSubject;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;

/**
 * A task somebody has to do.
 *
 * @param key        the id of the user task in its model, e.g. {@code Task_AppraiseApplication}
 * @param formKey    the template that shows it
 * @param roles      who may do it
 * @param duty       the side its doer takes, or null
 * @param forPerson  the one person it is meant for, or null
 * @param dueOn      by when, by the working days of its service level, or null
 * @param assigneeId who claimed it, or null
 */
public record OpenTask(String id, String key, String formKey, Set<Role> roles, Duty duty, Long forPerson,
        Subject subject, String title, Long borrowerId, Instant createdAt, LocalDate createdOn, LocalDate dueOn,
        Long assigneeId) implements HasSubject {

    /** Message key of its name. */
    public String nameKey() {
        return "task." + key;
    }

    public boolean overdueOn(LocalDate day) {
        return dueOn != null && dueOn.isBefore(day);
    }
}
