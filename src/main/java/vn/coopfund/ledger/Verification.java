package vn.coopfund.ledger;

import java.time.Instant;

/**
 * What a walk through the books found.
 *
 * @param agrees   whether every row is what it was when it was sealed, and every balance what its rows sum to
 * @param sealed   how many entries of the chain were walked through
 * @param waiting  how many are posted and not sealed yet
 * @param head     the last hash of the chain, in hexadecimal: whoever keeps it elsewhere can tell later that nothing
 *                 before it was made anew
 * @param disagreement the first row that does not agree; null where all do
 */
public record Verification(boolean agrees, long sealed, long waiting, String head, Instant verifiedAt,
        Disagreement disagreement) {

    /** What is wrong with a row; message key {@code ledger.verification.<kind>}. */
    public enum Kind { CHANGED, GONE, CHAIN_BROKEN, NOT_IN_CHAIN, UNBALANCED, STRAY_LINE, BALANCE }

    /**
     * @param row      table and key, e.g. {@code ledger.entry 1051}
     * @param position in the chain; null where it is about something else
     * @param entry    whose row it is; null where it is none
     */
    public record Disagreement(Kind kind, String row, Long position, Long entry) {
    }
}
