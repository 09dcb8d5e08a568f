package vn.coopfund.treasury;

import java.time.LocalDate;

/**
 * Which part of a line is which part of an entry.
 *
 * @param amount      with the sign of the entry's movement, đồng
 * @param entryId     null while it waits
 * @param title       what it is, in the books' words: the entry's text, or the loan while it waits
 * @param proposalId  what waits, or waited, for a second person in servicing
 * @param reversed    whether the entry was taken back since
 * @param unmatching  id of what asks to undo it, or null
 * @param reason      why it fell or was undone
 */
public record Match(long id, long lineId, Kind kind, long amount, State state, Long entryId, String title, Long loanId,
        String loanNumber, Long repaymentId, Long proposalId, boolean reversed, Long unmatching, String reason, String madeBy,
        LocalDate madeOn) {

    /** What it came from. */
    public enum Kind {
        /** Was posted before. */
        ENTRY,
        /** A receipt taken for it. */
        LOAN,
        /** A fee or interest. */
        TEMPLATE,
        /** Nobody's yet. */
        UNKNOWN,
        /** Is nobody's no more. */
        RELEASE,
        /** The entry was taken back. */
        REVERSED;

        /** Message key of its name. */
        public String key() {
            return "treasury.match.kind." + name();
        }
    }

    /** How it stands. */
    public enum State {
        WAITING, STANDS, UNDONE;

        /** Message key of its name. */
        public String key() {
            return "treasury.match.state." + name();
        }
    }

    /** Whether somebody may ask for it to be undone. */
    public boolean canBeUndone() {
        return state == State.STANDS && !reversed && unmatching == null
                && (kind == Kind.ENTRY || kind == Kind.LOAN || kind == Kind.TEMPLATE);
    }
}
