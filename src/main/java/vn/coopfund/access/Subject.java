package vn.coopfund.access;

/**
 * What an act is about. Duties, audit lines, timelines, tasks and papers all hang on a subject.
 *
 * @param id the record's id; 0 where the kind alone says it
 */
public record Subject(Type type, long id) {

    public enum Type { APPLICATION, LOAN, COOPERATIVE, CONTRIBUTION, ENTRY, PERSON, FUND, REGULATION, CALENDAR, PROPOSAL, ORDER,
        VOUCHER, CASH_COUNT, BOOKS, RECONCILIATION, UNMATCHING, CLASSIFICATION, PROVISION, WRITE_OFF, ROLES, FINDING,
        MIGRATION, COLLATERAL, RESTRUCTURING }

    public static Subject application(long id) {
        return new Subject(Type.APPLICATION, id);
    }

    public static Subject loan(long id) {
        return new Subject(Type.LOAN, id);
    }

    public static Subject cooperative(long id) {
        return new Subject(Type.COOPERATIVE, id);
    }

    /** A version of the lending regulation. */
    public static Subject regulation(long id) {
        return new Subject(Type.REGULATION, id);
    }

    /** The classification of a month end, with all that follows on it. */
    public static Subject classification(long id) {
        return new Subject(Type.CLASSIFICATION, id);
    }

    /** A year's calendar of days without work, as proposed. */
    public static Subject calendar(long id) {
        return new Subject(Type.CALENDAR, id);
    }

    public static Subject contribution(long id) {
        return new Subject(Type.CONTRIBUTION, id);
    }

    /** An order of money. */
    public static Subject order(long id) {
        return new Subject(Type.ORDER, id);
    }

    public static Subject voucher(long id) {
        return new Subject(Type.VOUCHER, id);
    }

    /** What the controller found. */
    public static Subject finding(long id) {
        return new Subject(Type.FINDING, id);
    }

    /** An item that secures loans, or is offered to. */
    public static Subject collateral(long id) {
        return new Subject(Type.COLLATERAL, id);
    }

    public static Subject proposal(long id) {
        return new Subject(Type.PROPOSAL, id);
    }
}
