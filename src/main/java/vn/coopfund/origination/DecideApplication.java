package vn.coopfund.origination;

import java.math.BigDecimal;
import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/** The director decides within the own authority: approves, refuses with a reason, or returns the file. */
@Act
@Allowed(Role.DIRECTOR)
public class DecideApplication implements TaskAct {

    private final Applications applications;
    private final DecisionPaper paper;
    private final CreditDecision decision;
    private final CaseEvents events;

    DecideApplication(Applications applications, DecisionPaper paper, CreditDecision decision, CaseEvents events) {
        this.applications = applications;
        this.paper = paper;
        this.decision = decision;
        this.events = events;
    }

    @Override
    public String taskKey() {
        return "Task_DecideApplication";
    }

    @Override
    public Duty duty() {
        return Duty.DECIDE;
    }

    @Override
    public TaskForm form(OpenTask task) {
        Appraisals.Appraisal appraisal = paper.appraisal(task.subject().id());
        return TaskForm.of(taskKey()).choice("outcome", null, "APPROVED", "REJECTED", "RETURNED")
                .amount("amount", appraisal.proposedAmount(), true)
                .integer("termMonths", (long) appraisal.proposedTermMonths(), true)
                .decimal("annualRate", paper.rate(), true, paper.rateUnit())
                .comment();
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return paper.of(task.subject().id());
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        Application application = applications.visible(task.subject().id());
        String comment = input.text("comment");
        if (input.chose("outcome", "APPROVED")) {
            paper.refuseImpossible(application.view(), input);
            paper.refuseUnexplained(application.view(), input);
            BigDecimal rate = input.decimal("annualRate");
            decision.approve(application, input.amount("amount"), input.integer("termMonths").intValue(), rate, false,
                    comment);
        } else if (comment == null) {
            throw Refusal.invalid("comment", "origination.reason.needed");
        } else if (input.chose("outcome", "REJECTED")) {
            decision.reject(application, false, comment);
        } else {
            application.returnToAppraisal();
            events.note(task.subject(), "origination.event.returned", comment);
        }
        return Map.of("approved", input.chose("outcome", "APPROVED"), "returned", input.chose("outcome", "RETURNED"));
    }
}
