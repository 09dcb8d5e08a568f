package vn.coopfund.treasury;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A line of a statement as it was read.
 *
 * @param amount  đồng, above 0 in, below 0 out
 * @param balance after it; null where the statement does not say
 */
record BankLine(int row, LocalDate paidOn, long amount, Long balance, String content, String reference) {

    /** Capitals and figures alone, without tone marks: as keys are looked for, whatever banks put around and between. */
    static String folded(String text) {
        return vn.coopfund.web.SearchText.of(text == null ? "" : text).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    String folded() {
        return folded(content);
    }
}
