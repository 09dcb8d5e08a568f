package vn.coopfund.ledger;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A posting with its entry, as the journal lists it. Ids are opaque; amounts are whole đồng.
 *
 * @param bookedOn   the day in the books
 * @param valueDate  when it happened
 * @param recordedAt when it was learned
 * @param loan       the loan's id, or null
 * @param source     the business fact behind the entry
 */
public record JournalLine(String entry, LocalDate valueDate, LocalDate bookedOn,
        @JsonFormat(shape = JsonFormat.Shape.STRING) OffsetDateTime recordedAt,
        String account, long debit, long credit, String loan, String text, String source) {
}
