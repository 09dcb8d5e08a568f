package vn.coopfund.servicing;

import vn.coopfund.access.Act;
import vn.coopfund.access.Subject;
import vn.coopfund.money.Dong;
import vn.coopfund.workflow.CaseEvents;

/** Tells the borrower what is to be paid by the next due date, and that it can be paid from the loan's page. */
@Act
public class NotifyPaymentDue {

    private final LoanDesk desk;
    private final Loans loans;
    private final CaseEvents events;
    private final BorrowerNotices notices;

    NotifyPaymentDue(LoanDesk desk, Loans loans, CaseEvents events, BorrowerNotices notices) {
        this.desk = desk;
        this.loans = loans;
        this.events = events;
        this.notices = notices;
    }

    /** The amount is what will be due that day if nothing is paid before, less the borrower's credit. */
    public void tell(Subject subject) {
        Loan loan = desk.look(subject.id());
        LoanFile.Coming coming = loans.file(loan.id()).coming();
        if (coming != null) {
            events.tell(subject, "servicing.event.payment-due", Dong.of(coming.amount()), coming.dueOn());
            notices.tell(loan, "servicing.notice.payment-due", loan.number(), Dong.of(coming.amount()), coming.dueOn());
        }
    }
}
