package vn.coopfund.council;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Subject;

/** What a room lays before the council; one bean for each kind of question. */
public interface CouncilPaper {

    /**
     * A question for the council.
     *
     * @param kind  message key under {@code council.kind.}, e.g. {@code LOAN}
     * @param paper id of what is decided on in its room: an appraisal, say
     */
    record Question(String kind, long paper) {
    }

    /** What of this kind waits for the council on the case; empty where nothing does. */
    Optional<Question> askedOn(Subject subject);

    /**
     * A line of what is decided.
     *
     * @param label message key under {@code council.figure.}
     * @param value in words, as the minutes say it
     */
    record Figure(String label, String value) {
    }

    /** What exactly is decided, as it stands when it is laid: kept with the question and said in its minutes. */
    List<Figure> figures(Subject subject, Question question);

    /** Whether it is this paper that was laid. */
    boolean concerns(Matter matter);

    /** The template whose fragment {@code paper} shows what the members decide on. */
    String template();

    /** What that fragment shows. */
    Map<String, Object> shown(Matter matter);

    /** Refuses a vote in favour of what may not be. */
    default void refuseInFavour(Matter matter) {
    }

    /** Whether this member stands on the side that asks and so has no vote, beside what the case itself bars. */
    default boolean bars(Actor member, Matter matter) {
        return false;
    }

    /** What comes of it, in the transaction in which the chair signs the minutes; a case that waits asks for nothing here. */
    default void decided(Matter matter) {
    }
}
