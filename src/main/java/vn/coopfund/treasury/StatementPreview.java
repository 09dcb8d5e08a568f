package vn.coopfund.treasury;

import java.time.LocalDate;
import java.util.List;

/**
 * What an import would find, before it happens.
 *
 * @param first   the first lines
 * @param faults  the first rows that are none
 * @param opening before the first line; null where the statement has no balance
 * @param broken  the first rows whose balance does not follow from the one before
 */
public record StatementPreview(List<Line> first, int lines, int faulty, int skipped, long in, long out,
        List<StatementFault> faults, Long opening, Long closing, List<Integer> broken) {

    /** A line as it was read. */
    public record Line(int row, LocalDate paidOn, long amount, Long balance, String content, String reference) {
    }
}
