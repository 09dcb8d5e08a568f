package vn.coopfund.servicing;

import java.time.LocalDate;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.Processes;

/** Gives a debt up for good (xuất toán), five years after it left the balance sheet; moves memorandum alone. */
@Act
@Allowed(Role.COUNCIL_CHAIR)
public class WriteOffLoan {

    private final LoanDesk desk;
    private final LoanRepository loans;
    private final ChargedOffBooks chargedOff;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final Processes processes;

    WriteOffLoan(LoanDesk desk, LoanRepository loans, ChargedOffBooks chargedOff, BusinessDay businessDay,
            CaseEvents events, Processes processes) {
        this.desk = desk;
        this.loans = loans;
        this.chargedOff = chargedOff;
        this.businessDay = businessDay;
        this.events = events;
        this.processes = processes;
    }

    /** @throws Refusal before the five years are over */
    public void writeOff(Subject subject, String paper) {
        Loan loan = desk.lock(subject);
        LocalDate today = businessDay.today();
        loan.writeOff(today);
        loans.flush();
        chargedOff.clear(loan, today);
        events.note(subject, "servicing.event.written-off", paper);
        processes.end("loan-repayment", subject, paper);
    }
}
