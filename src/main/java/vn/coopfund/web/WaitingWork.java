package vn.coopfund.web;

import java.util.List;
import vn.coopfund.access.Actor;

/**
 * Work that waits for somebody and stands in no process: a vote, a second person's word, a month end to approve. A room
 * declares a bean for each kind; the inbox shows what waits for the person who looks.
 */
public interface WaitingWork {

    /** What waits for that person; empty when nothing does. */
    List<Entry> waitingFor(Actor actor);

    /**
     * One line of it.
     *
     * @param code  message key of the sentence, with its {@code args}
     * @param count how many there are of it
     * @param path  where it is done
     * @param late  whether it should have been done by now
     */
    record Entry(String code, List<Object> args, int count, String path, boolean late) {
    }
}
