package vn.coopfund.treasury;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The books and the bank at the end of a day. {@code byBooks - byStatement = openingDifference + entriesOpen - linesOpen
 * + unexplained}, in đồng.
 *
 * @param openingDifference  what the books had more than the bank before the first line that was ever imported
 * @param entriesOpen        what of the entries since then no line has met
 * @param linesOpen          what of the lines is not in the books
 * @param unexplained        what is left: a statement whose lines do not make up its balances
 * @param note               what whoever prepared it says to a difference
 */
public record Reconciliation(long id, long bankAccountId, LocalDate day, Figures figures, String note, State state,
        long preparedBy, String preparedByName, Instant preparedAt, String signedByName, Instant signedAt) {

    /** How it stands. */
    public enum State {
        PREPARED, SIGNED;

        /** Message key of its name. */
        public String key() {
            return "treasury.reconciliation.state." + name();
        }
    }

    /** The sums. */
    public record Figures(long byBooks, long byStatement, long openingDifference, long entriesOpen, long linesOpen) {

        public long difference() {
            return byBooks - byStatement;
        }

        public long unexplained() {
            return difference() - openingDifference - entriesOpen + linesOpen;
        }

        /** Whether somebody has to say why. */
        public boolean needsNote() {
            return openingDifference != 0 || unexplained() != 0;
        }
    }

    public boolean isPrepared() {
        return state == State.PREPARED;
    }
}
