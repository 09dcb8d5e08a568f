package vn.coopfund.workflow;

import java.util.Collection;
import java.util.Set;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;

/** What the inbox and the timeline need to know of a subject; each room that has cases implements it for its own. */
public interface CaseSubjects {

    boolean concerns(Subject.Type type);

    /** A line by which people know the case: number, borrower, project. */
    String title(long id);

    /** The borrower it is about. */
    Long borrowerOf(long id);

    /** The path of the case's own page. */
    String path(long id);

    /** The people who sign in for that borrower. */
    Collection<Long> signInsOf(long id);

    /** The borrowers for whom this person signs in; empty for staff. */
    Set<Long> borrowersOf(Actor actor);

    /** Who of the model's roles may do a task of the case: all of them, unless the case itself says less. */
    default Set<Role> hands(long id, String taskKey, Set<Role> modelled) {
        return modelled;
    }

    /** Locks the case until the transaction ends, where acts on it follow one another. */
    default void hold(long id) {
    }
}
