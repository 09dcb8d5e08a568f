package vn.coopfund.servicing;

import javax.money.MonetaryAmount;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.collateral.Covers;
import vn.coopfund.collateral.Item;
import vn.coopfund.money.Dong;
import vn.coopfund.workflow.CaseEvents;

/** Lets an item that secures one loan secure another of the same borrower too; its value is deducted once all the same. */
@Act
@Allowed(Role.LOAN_OFFICER)
public class ShareCollateral {

    private final LoanDesk desk;
    private final Covers covers;
    private final BusinessDay businessDay;
    private final CaseEvents events;

    ShareCollateral(LoanDesk desk, Covers covers, BusinessDay businessDay, CaseEvents events) {
        this.desk = desk;
        this.covers = covers;
        this.businessDay = businessDay;
        this.events = events;
    }

    /**
     * @param collateral an item that this borrower offered; another's is not found
     * @param rank its place among the loans that the item secures; null shares with those of the first
     * @param most up to how much the item answers for this loan; null with all that it is worth
     */
    public void share(Subject subject, long collateral, Integer rank, MonetaryAmount most) {
        Loan loan = desk.lock(subject);
        if (loan.state() != LoanState.CONTRACT_SIGNED) {
            loan.requireRunning();
        }
        Item item = covers.share(collateral, loan.borrowerId(), loan.id(), businessDay.today(), rank, most == null ? null : Dong.longOf(most));
        events.note(subject, "servicing.event.collateral-shared", item.description());
    }
}
