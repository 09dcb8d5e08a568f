package vn.coopfund.products;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** A figure that one version of the regulation has otherwise than another; either value may be null. */
public record RegulationChange(RegulationField field, Object before, Object after) {

    /** What changes from one to the other, in the order of a page. */
    public static List<RegulationChange> between(LendingRegulation before, LendingRegulation after) {
        return RegulationField.ALL.stream()
                .map(field -> new RegulationChange(field, field.value(before), field.value(after)))
                .filter(change -> !same(change.before(), change.after())).toList();
    }

    private static boolean same(Object one, Object other) {
        return one instanceof BigDecimal figure && other instanceof BigDecimal another
                ? figure.compareTo(another) == 0 : Objects.equals(one, other);
    }
}
