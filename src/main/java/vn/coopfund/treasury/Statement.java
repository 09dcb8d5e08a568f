package vn.coopfund.treasury;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A file of a bank statement and what was found in it.
 *
 * @param mappingName  null until it has one
 * @param linesKnown   lines that an earlier import had already
 * @param rowsSkipped  titles and totals
 * @param brokenRows   rows whose balance does not follow from the one before
 */
public record Statement(long id, long bankAccountId, String filename, String kind, Long mappingId, String mappingName,
        State state, String uploadedBy, Instant uploadedAt, String importedBy, Instant importedAt, int linesNew,
        int linesKnown, int rowsSkipped, int rowsFaulty, LocalDate firstOn, LocalDate lastOn, Long openingBalance,
        Long closingBalance, List<Integer> brokenRows) {

    /** How far it is. */
    public enum State {
        DRAFT, IMPORTED;

        /** Message key of its name. */
        public String key() {
            return "treasury.statement.state." + name();
        }
    }

    public boolean isDraft() {
        return state == State.DRAFT;
    }
}
