package vn.coopfund.origination;

import java.util.Map;
import java.util.stream.Collectors;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.council.Matter;
import vn.coopfund.council.CouncilMatters;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/** The director signs what the council decided, or returns the file when it can no longer be carried out. */
@Act
@Allowed(Role.DIRECTOR)
public class SignDecision implements TaskAct {

    private final Applications applications;
    private final DecisionPaper paper;
    private final CouncilMatters matters;
    private final CreditDecision decision;
    private final CaseEvents events;

    SignDecision(Applications applications, DecisionPaper paper, CouncilMatters matters, CreditDecision decision,
            CaseEvents events) {
        this.applications = applications;
        this.paper = paper;
        this.matters = matters;
        this.decision = decision;
        this.events = events;
    }

    @Override
    public String taskKey() {
        return "Task_SignDecision";
    }

    @Override
    public Duty duty() {
        return Duty.DECIDE;
    }

    @Override
    public TaskForm form(OpenTask task) {
        return TaskForm.of(taskKey()).choice("outcome", null, "SIGN", "RETURNED").comment();
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        Map<String, Object> shown = paper.of(task.subject().id());
        shown.put("councilApproves", approves(task));
        return shown;
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        Application application = applications.visible(task.subject().id());
        boolean approves = approves(task);
        boolean signs = input.chose("outcome", "SIGN");
        if (signs && approves) {
            Appraisals.Appraisal appraisal = paper.appraisal(application.id());
            decision.approve(application, appraisal.proposedAmount(), appraisal.proposedTermMonths(),
                    paper.rate(matters.latestOn(task.subject()).orElseThrow().laidOn()), true, input.text("comment"));
        } else if (signs) {
            decision.reject(application, true, reasons(task));
        } else {
            if (input.text("comment") == null) {
                throw Refusal.invalid("comment", "origination.reason.needed");
            }
            application.returnToAppraisal();
            events.note(task.subject(), "origination.event.returned", input.text("comment"));
        }
        return Map.of("approved", signs && approves, "returned", !signs);
    }

    /** What the minutes say; what was voted before there were minutes is counted. */
    private boolean approves(OpenTask task) {
        Matter matter = matters.latestOn(task.subject()).orElseThrow();
        return matter.approved() == null ? matters.tally(matter).outcome().orElse(false) : matter.approved();
    }

    /** What those who voted gave as their reasons; why somebody stepped aside is nothing for the borrower. */
    private String reasons(OpenTask task) {
        return matters.seats(matters.latestOn(task.subject()).orElseThrow()).stream()
                .filter(CouncilMatters.Seat::hasBallot).map(CouncilMatters.Seat::reason)
                .filter(reason -> reason != null && !reason.isBlank()).collect(Collectors.joining("; "));
    }
}
