package vn.coopfund.risk;

import java.time.LocalDate;
import vn.coopfund.ledger.NewEntry;

/**
 * How provisions become journal entries; the use of provisions stands with the write-off of the loan.
 * <pre>
 * fact                                     debit     credit
 * provision added as at a month end        6426      2293   specific
 *                                                    2293   general
 * provision released as at a month end     2293      6426   specific and general
 * </pre>
 */
final class RiskPostings {

    private static final String EXPENSE = "6426";
    private static final String PROVISION = "2293";

    private RiskPostings() {
    }

    static NewEntry addition(Provisions.Run run, long specific, long general, long checkedBy) {
        return NewEntry.of("provision-addition:" + run.id(), run.asOf(), "risk.entry.addition", month(run.asOf()))
                .madeBy(run.proposedBy()).checkedBy(checkedBy)
                .debit(EXPENSE, specific + general).credit(PROVISION, specific).credit(PROVISION, general);
    }

    static NewEntry release(Provisions.Run run, long specific, long general, long checkedBy) {
        return NewEntry.of("provision-release:" + run.id(), run.asOf(), "risk.entry.release", month(run.asOf()))
                .madeBy(run.proposedBy()).checkedBy(checkedBy)
                .debit(PROVISION, specific).debit(PROVISION, general).credit(EXPENSE, specific + general);
    }

    private static String month(LocalDate asOf) {
        return "%02d/%d".formatted(asOf.getMonthValue(), asOf.getYear());
    }
}
