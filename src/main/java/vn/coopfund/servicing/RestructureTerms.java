package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import vn.coopfund.schedule.PrincipalDue;

/**
 * How a loan's outstanding principal is to fall due anew.
 *
 * @param rows         in order, after the day of the decision; they sum to the outstanding principal
 * @param arrearsDueOn when unpaid in-term interest of earlier rows is due; null: it stays due where it was
 */
public record RestructureTerms(Kind kind, List<PrincipalDue> rows, LocalDate arrearsDueOn) {

    /** The two kinds of Decree 45/2021/NĐ-CP art. 27. */
    public enum Kind {
        /** Điều chỉnh kỳ hạn trả nợ: dates move, the end stays. */
        ADJUST,
        /** Gia hạn nợ: the end moves. */
        EXTEND;

        /** Message key of its name. */
        public String key() {
            return "servicing.restructure.kind." + name();
        }
    }

    public RestructureTerms {
        rows = rows == null ? List.of() : List.copyOf(rows);
    }

    LocalDate lastDueOn() {
        return rows.get(rows.size() - 1).dueOn();
    }
}
