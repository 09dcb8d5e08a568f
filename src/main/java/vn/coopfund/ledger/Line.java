package vn.coopfund.ledger;

import java.util.Arrays;

/** One line of an entry: an account, one side in whole đồng (the other is 0), and what it concerns (null: nothing). */
public record Line(String account, long debit, long credit, Long loan, Long borrower, Long capitalSource) {

    static Line of(String account, long debit, long credit, Dimension... dimensions) {
        return new Line(account, debit, credit, find(Dimension.Kind.LOAN, dimensions),
                find(Dimension.Kind.BORROWER, dimensions), find(Dimension.Kind.CAPITAL_SOURCE, dimensions));
    }

    /** The same line on the other side. */
    Line turned() {
        return new Line(account, credit, debit, loan, borrower, capitalSource);
    }

    private static Long find(Dimension.Kind kind, Dimension... dimensions) {
        return Arrays.stream(dimensions).filter(dimension -> dimension.kind() == kind).map(Dimension::id)
                .findFirst().orElse(null);
    }
}
