package vn.coopfund.ledger;

/**
 * What a line of an entry concerns, beside its account. The ledger knows the id alone, not what stands behind it.
 *
 * @param id of the loan, borrower or capital source
 */
public record Dimension(Kind kind, long id) {

    public enum Kind { LOAN, BORROWER, CAPITAL_SOURCE }

    public static Dimension loan(long id) {
        return new Dimension(Kind.LOAN, id);
    }

    public static Dimension borrower(long id) {
        return new Dimension(Kind.BORROWER, id);
    }

    public static Dimension capitalSource(long id) {
        return new Dimension(Kind.CAPITAL_SOURCE, id);
    }
}
