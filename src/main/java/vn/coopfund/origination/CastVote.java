package vn.coopfund.origination;

import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/** A member of the management council votes on a loan above the director's authority. */
@Act
@Allowed(Role.COUNCIL_MEMBER)
public class CastVote implements TaskAct {

    private final DecisionPaper paper;
    private final Appraisals appraisals;
    private final Decisions decisions;
    private final BusinessDay businessDay;
    private final CaseEvents events;

    CastVote(DecisionPaper paper, Appraisals appraisals, Decisions decisions, BusinessDay businessDay, CaseEvents events) {
        this.paper = paper;
        this.appraisals = appraisals;
        this.decisions = decisions;
        this.businessDay = businessDay;
        this.events = events;
    }

    @Override
    public String taskKey() {
        return "Task_CastVote";
    }

    @Override
    public Duty duty() {
        return Duty.VOTE;
    }

    @Override
    public TaskForm form(OpenTask task) {
        return TaskForm.of(taskKey()).choice("outcome", null, "FOR", "AGAINST", "ABSTAIN")
                .text("comment", null, false, 2000);
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return paper.of(task.subject().id());
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        String vote = input.text("outcome");
        if (vote.equals("AGAINST") && input.text("comment") == null) {
            throw Refusal.invalid("comment", "origination.reason.needed");
        }
        if (vote.equals("FOR")) {
            appraisals.refuseBadDebt(task.subject().id());
        }
        decisions.vote(paper.appraisal(task.subject().id()), Actors.current().id(),
                Actors.current().is(Role.COUNCIL_CHAIR), vote, input.text("comment"), businessDay.today());
        events.note(task.subject(), "origination.event.voted", "#task.Task_CastVote.outcome." + vote);
        return Map.of();
    }
}
