package vn.coopfund.access;

import java.util.Collection;
import java.util.Map;

/** By which name people know subjects of one kind, a loan's number say; the room that owns them implements it. */
public interface SubjectNames {

    Subject.Type type();

    /** By id; what has no name has no entry. */
    Map<Long, String> of(Collection<Long> ids);
}
