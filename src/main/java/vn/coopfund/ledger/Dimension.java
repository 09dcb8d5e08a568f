package vn.coopfund.ledger;

/**
 * What a line of an entry concerns, beside its account. The ledger knows the id alone, not what stands behind it.
 *
 * @param id of the loan, borrower or capital source; the debt group's number; the place of the term class
 */
public record Dimension(Kind kind, long id) {

    public enum Kind { LOAN, BORROWER, CAPITAL_SOURCE, TERM_CLASS, DEBT_GROUP }

    public static Dimension loan(long id) {
        return new Dimension(Kind.LOAN, id);
    }

    public static Dimension borrower(long id) {
        return new Dimension(Kind.BORROWER, id);
    }

    public static Dimension capitalSource(long id) {
        return new Dimension(Kind.CAPITAL_SOURCE, id);
    }

    public static Dimension termClass(TermClass term) {
        return new Dimension(Kind.TERM_CLASS, term.ordinal());
    }

    /** The loan's official group, 1 to 5, on the day of posting. */
    public static Dimension debtGroup(int group) {
        return new Dimension(Kind.DEBT_GROUP, group);
    }
}
