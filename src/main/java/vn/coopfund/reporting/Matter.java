package vn.coopfund.reporting;

import java.time.LocalDate;

/**
 * Something a controller looks at.
 *
 * @param key      by which a finding names it, such as {@code waiver:12}
 * @param loan     number of the loan it is about, or null
 * @param words    a reason as it was given, or null
 * @param amount   đồng, or null
 * @param findings how many findings name it
 */
public record Matter(String key, Kind kind, LocalDate onDay, String loan, String words, Long amount, String maker, String checker,
        int findings) {

    /** What kind of thing it is; message {@code reporting.matter.*}. */
    public enum Kind { REVERSAL, BACK_DATING, NO_REFERENCE, OVERRIDE, WAIVER, LIMIT, REOPENING, ROLES, WRITE_OFF, STAND_IN,
        BOTH_SIDES, UNREGISTERED }
}
