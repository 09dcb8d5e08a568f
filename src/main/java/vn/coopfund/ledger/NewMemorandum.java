package vn.coopfund.ledger;

import java.time.LocalDate;

/**
 * A movement of one memorandum account about to be recorded.
 *
 * @param sourceFact    names the business fact; one fact moves an account once
 * @param account       code of the memorandum account
 * @param change        đồng; positive comes in, negative goes out, never 0
 * @param loan          whom it concerns, or null
 * @param borrower      whom it concerns, or null
 * @param textKey       message key of its text, which the books keep in Vietnamese
 */
public record NewMemorandum(String sourceFact, LocalDate valueDate, String account, long change, Long loan, Long borrower,
        String textKey, Object... textArguments) {
}
