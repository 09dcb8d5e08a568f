package vn.coopfund.risk;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.servicing.Loans;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.Processes;

/** The controller has the use of a loan inspected at once, whenever its next inspection would be due. */
@Act
@Allowed(Role.CONTROLLER)
public class OpenSampleInspection {

    private static final int LONGEST = 500;

    private final Inspections inspections;
    private final Loans loans;
    private final Processes processes;
    private final CaseEvents events;

    OpenSampleInspection(Inspections inspections, Loans loans, Processes processes, CaseEvents events) {
        this.inspections = inspections;
        this.loans = loans;
        this.processes = processes;
        this.events = events;
    }

    public void open(Subject subject, String why) {
        String note = why == null ? "" : why.strip();
        new Refusal.Problems().addIf(note.isEmpty(), "why", "risk.refused.say-why")
                .addIf(note.length() > LONGEST, "why", "risk.refused.too-long", LONGEST).refuseIfAny();
        loans.file(subject.id());
        if (!inspections.ask(subject, note)) {
            throw Refusal.conflict("risk.refused.inspection-open");
        }
        if (!processes.runs(FollowLoans.PROCESS, subject)) {
            processes.start(FollowLoans.PROCESS, subject);
        }
        processes.tell("Message_InspectionDue", subject);
        events.note(subject, "risk.event.sample-opened", note);
    }
}
