package vn.coopfund.treasury;

import java.time.LocalDate;

/**
 * A line of a statement with how far it is dealt with; amounts in đồng, in above 0, out below.
 *
 * @param inBooks of it, what stands in the books
 * @param unknown of that, what nobody has claimed yet
 * @param waiting what waits for a second person
 * @param open    what has no owner yet
 */
public record Line(long id, long bankAccountId, long statementId, int rowNumber, LocalDate paidOn, long amount, Long balance,
        String content, String reference, long inBooks, long unknown, long waiting, long open, State state) {

    /** How far it is. */
    public enum State {
        /** Nothing of it is in the books. */
        NEW,
        /** In the books as nobody's yet. */
        UNKNOWN,
        /** A part has its owner. */
        PARTLY,
        /** All of it has its owner, some of which waits for a second person. */
        WAITING,
        MATCHED;

        /** Message key of its name. */
        public String key() {
            return "treasury.line.state." + name();
        }
    }

    public boolean isIn() {
        return amount > 0;
    }

    /** What is still to be matched, without its sign. */
    public long toMatch() {
        return Math.abs(open);
    }

    /** Of a line in, what is neither anybody's nor in the books. */
    long toPark() {
        return isIn() ? amount - inBooks : 0;
    }
}
