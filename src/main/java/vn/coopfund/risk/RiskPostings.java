package vn.coopfund.risk;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.ledger.PostingTemplates;

/**
 * How provisions become journal entries; the use of provisions stands with the write-off of the loan.
 * Sides and accounts are data; these are the templates {@code provision.*} as they begin:
 * <pre>
 * fact                                     debit     credit
 * provision added as at a month end        6426      2293   specific
 *                                                    2293   general
 * provision released as at a month end     2293      6426   specific and general
 * </pre>
 */
@Component
class RiskPostings {

    private static final String EXPENSE = "expense";
    private static final String SPECIFIC = "specific";
    private static final String GENERAL = "general";

    private final PostingTemplates templates;

    RiskPostings(PostingTemplates templates) {
        this.templates = templates;
    }

    NewEntry addition(Provisions.Run run, long specific, long general, long checkedBy) {
        return templates.begin("provision.addition", "provision-addition:" + run.id(), run.asOf(), "risk.entry.addition",
                        month(run.asOf()))
                .madeBy(run.proposedBy()).checkedBy(checkedBy).adjusting()
                .part(EXPENSE, specific + general).part(SPECIFIC, specific).part(GENERAL, general);
    }

    NewEntry release(Provisions.Run run, long specific, long general, long checkedBy) {
        return templates.begin("provision.release", "provision-release:" + run.id(), run.asOf(), "risk.entry.release",
                        month(run.asOf()))
                .madeBy(run.proposedBy()).checkedBy(checkedBy).adjusting()
                .part(SPECIFIC, specific).part(GENERAL, general).part(EXPENSE, specific + general);
    }

    private static String month(LocalDate asOf) {
        return "%02d/%d".formatted(asOf.getMonthValue(), asOf.getYear());
    }
}
