package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.web.Refusal;

/** What is asked of rows of principal that people agreed: dates in order and to come, amounts that can be summed. */
final class PrincipalRows {

    private static final long LARGEST = Dong.longOf(Dong.LARGEST);

    private PrincipalRows() {
    }

    /** Names at {@code rows} what is wrong with them; afterwards their sum can be trusted. */
    static void refuseWrong(List<PrincipalDue> rows, LocalDate today, Refusal.Problems problems) {
        problems.addIf(rows.isEmpty() || rows.size() > RepaymentTerms.MOST_ROWS
                        || rows.stream().anyMatch(row -> row.dueOn() == null || row.amount() < 0), "rows",
                "servicing.refused.rows-needed").refuseIfAny();
        LocalDate before = today;
        for (PrincipalDue row : rows) {
            problems.addIf(!row.dueOn().isAfter(before), "rows", "servicing.refused.rows-in-order", row.dueOn())
                    .addIf(row.amount() > LARGEST, "rows", "servicing.refused.amount-large", Dong.LARGEST);
            before = row.dueOn();
        }
        problems.addIf(rows.get(rows.size() - 1).amount() == 0, "rows", "servicing.refused.last-row-empty", before)
                .refuseIfAny();
    }

    static long sum(List<PrincipalDue> rows) {
        return rows.stream().mapToLong(PrincipalDue::amount).sum();
    }
}
