package vn.coopfund.servicing;

import java.time.LocalDate;

/**
 * What is asked for.
 *
 * @param newEnd the last due date that is wished for; null leaves it to the officer
 * @param wish   what else is wished, or null
 */
public record RestructureWish(RestructureTerms.Kind kind, LocalDate newEnd, String reason, String wish) {

    /** Texts without blanks around them, and none where nothing was written. */
    public RestructureWish {
        reason = reason == null || reason.isBlank() ? null : reason.strip();
        wish = wish == null || wish.isBlank() ? null : wish.strip();
    }
}
