package vn.coopfund.schedule;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/** What money can meet; the order is agreed in the contract (Circular 39/2016, article 18). */
public enum Part {
    PRINCIPAL, INTEREST, OVERDUE_INTEREST, LATE_INTEREST;

    /** Interest first: the default while nothing is overdue. */
    public static final List<Part> IN_TERM_ORDER = List.of(INTEREST, PRINCIPAL, OVERDUE_INTEREST, LATE_INTEREST);

    /** Principal first: the default of an overdue loan. */
    public static final List<Part> OVERDUE_ORDER = List.of(PRINCIPAL, INTEREST, OVERDUE_INTEREST, LATE_INTEREST);

    /**
     * Reads an order: {@code "INTEREST,PRINCIPAL,OVERDUE_INTEREST,LATE_INTEREST"}.
     *
     * @throws IllegalArgumentException unless each part is named once
     */
    public static List<Part> order(String names) {
        return requireEach(Arrays.stream(names.split(",")).map(String::strip).map(Part::valueOf).toList());
    }

    static List<Part> requireEach(List<Part> order) {
        if (order.size() != values().length || EnumSet.copyOf(order).size() != values().length) {
            throw new IllegalArgumentException("an order names each part once, not " + order);
        }
        return List.copyOf(order);
    }
}
