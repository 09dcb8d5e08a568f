package vn.coopfund.documents;

import vn.coopfund.access.Actor;
import vn.coopfund.access.Subject;

/**
 * Says who may read the papers of a case; the room that owns the case implements it. Where no room concerns itself
 * with a subject, nobody may.
 */
public interface MayRead {

    boolean concerns(Subject subject);

    boolean mayRead(Actor actor, Subject subject);

    /** Whether the actor may read papers of that kind; the same for all kinds where the owner says nothing else. */
    default boolean mayRead(Actor actor, Subject subject, String kind) {
        return mayRead(actor, subject);
    }
}
