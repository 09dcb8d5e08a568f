package vn.coopfund.ledger;

import java.time.LocalDate;
import java.util.List;

/**
 * An entry as the accountant writes it, without a business fact behind it.
 *
 * @param text  what it is, as the books keep it
 * @param lines at least two; their debits and credits are equal
 */
public record ManualEntry(LocalDate valueDate, String text, List<Row> lines) {

    /** One side is 0; the loan is its id, the capital source too; both may be null. */
    public record Row(String account, long debit, long credit, Long loan, Long capitalSource) {

        Dimension[] dimensions() {
            return java.util.stream.Stream.of(loan == null ? null : Dimension.loan(loan),
                    capitalSource == null ? null : Dimension.capitalSource(capitalSource))
                    .filter(java.util.Objects::nonNull).toArray(Dimension[]::new);
        }
    }

    public ManualEntry {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }
}
