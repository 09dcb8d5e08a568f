package vn.coopfund.ledger;

import java.util.Arrays;

/**
 * One line of an entry: an account, one side in whole đồng (the other is 0), and what it concerns (null: nothing).
 *
 * @param debtGroup the loan's official group when it was posted
 */
public record Line(String account, long debit, long credit, Long loan, Long borrower, Long capitalSource,
        TermClass termClass, Integer debtGroup) {

    static Line of(String account, long debit, long credit, Dimension... dimensions) {
        Long term = find(Dimension.Kind.TERM_CLASS, dimensions);
        Long group = find(Dimension.Kind.DEBT_GROUP, dimensions);
        return new Line(account, debit, credit, find(Dimension.Kind.LOAN, dimensions),
                find(Dimension.Kind.BORROWER, dimensions), find(Dimension.Kind.CAPITAL_SOURCE, dimensions),
                term == null ? null : TermClass.values()[term.intValue()], group == null ? null : group.intValue());
    }

    /** The same line on the other side. */
    Line turned() {
        return new Line(account, credit, debit, loan, borrower, capitalSource, termClass, debtGroup);
    }

    /** Without what a loan was when it was posted: the same fact has the same of the rest whenever it is stated. */
    Line lasting() {
        return new Line(account, debit, credit, loan, borrower, capitalSource, null, null);
    }

    private static Long find(Dimension.Kind kind, Dimension... dimensions) {
        return Arrays.stream(dimensions).filter(dimension -> dimension.kind() == kind).map(Dimension::id)
                .findFirst().orElse(null);
    }
}
