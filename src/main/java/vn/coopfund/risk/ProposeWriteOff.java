package vn.coopfund.risk;

import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.Processes;

/**
 * Opens the case of taking a debt out of the balance sheet: group 5, or the borrower dissolved or dead by a paper. Giving
 * it up for good is a task of that case, once it was out for five years.
 */
@Act
@Allowed({Role.LOAN_OFFICER, Role.ACCOUNTANT, Role.HEAD_OF_LENDING})
public class ProposeWriteOff {

    private final WriteOffDesk desk;
    private final Processes processes;

    ProposeWriteOff(WriteOffDesk desk, Processes processes) {
        this.desk = desk;
        this.processes = processes;
    }

    /**
     * Answers its id.
     *
     * @param paper  what proves the ground: the classification, the decision of dissolution, the death certificate
     * @param reason why, with the measures that are exhausted
     */
    public long propose(Subject loan, WriteOffs.Ground ground, String paper, String reason) {
        if (ground == WriteOffs.Ground.FIVE_YEARS) {
            throw Refusal.invalid("ground", "risk.refused.final-by-task");
        }
        long id = desk.take(loan, WriteOffs.Kind.CHARGE_OFF, ground, paper, reason);
        processes.start("risk-handling", loan, Map.of("asked", true, "chargedOff", false));
        return id;
    }
}
