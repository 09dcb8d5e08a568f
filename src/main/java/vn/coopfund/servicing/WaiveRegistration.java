package vn.coopfund.servicing;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.collateral.Registrations;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/** The director lets the money of a loan leave before its security is registered; why stays on the file. */
@Act
@Allowed(Role.DIRECTOR)
public class WaiveRegistration {

    private final LoanDesk desk;
    private final Registrations registrations;
    private final CaseEvents events;

    WaiveRegistration(LoanDesk desk, Registrations registrations, CaseEvents events) {
        this.desk = desk;
        this.registrations = registrations;
        this.events = events;
    }

    public void waive(Subject subject, String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("reason", "servicing.refused.say-why-waived");
        }
        Loan loan = desk.lock(subject);
        registrations.waive(loan.id(), reason.strip());
        events.note(subject, "servicing.event.registration-waived", reason.strip());
    }
}
