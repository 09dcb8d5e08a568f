package vn.coopfund.risk;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.servicing.WriteOffLoan;

/** What the council approved is carried out: the debt is pursued no more. */
@Act
@Allowed(Role.COUNCIL_CHAIR)
public class GiveDebtUp {

    private final WriteOffs writeOffs;
    private final WriteOffLoan writeOffLoan;

    GiveDebtUp(WriteOffs writeOffs, WriteOffLoan writeOffLoan) {
        this.writeOffs = writeOffs;
        this.writeOffLoan = writeOffLoan;
    }

    public void giveUp(Subject loan) {
        writeOffLoan.writeOff(loan, writeOffs.approvedOn(loan).decision());
    }
}
