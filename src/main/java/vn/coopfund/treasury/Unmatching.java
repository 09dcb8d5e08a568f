package vn.coopfund.treasury;

import java.time.LocalDate;

/**
 * A match that somebody wants undone.
 *
 * @param answer of who does not let it be
 */
public record Unmatching(long id, long matchId, String reason, State state, long proposedBy, String proposedByName,
        LocalDate proposedOn, String decidedByName, LocalDate decidedOn, String answer) {

    /** How it stands. */
    public enum State {
        PENDING, CONFIRMED, DECLINED;

        /** Message key of its name. */
        public String key() {
            return "treasury.unmatching.state." + name();
        }
    }

    public boolean isPending() {
        return state == State.PENDING;
    }
}
