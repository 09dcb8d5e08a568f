package vn.coopfund.council;

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

/** A member of the council votes, once a round, or steps aside for a conflict of interest. */
@Act
@Allowed(Role.COUNCIL_MEMBER)
public class CastVote implements TaskAct {

    private final CouncilMatters matters;
    private final MatterFile file;
    private final CouncilPapers papers;
    private final BusinessDay businessDay;
    private final CaseEvents events;

    CastVote(CouncilMatters matters, MatterFile file, CouncilPapers papers, BusinessDay businessDay, CaseEvents events) {
        this.matters = matters;
        this.file = file;
        this.papers = papers;
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
        return TaskForm.of(taskKey()).choice("outcome", null, "FOR", "AGAINST", "ABSTAIN", "CONFLICT")
                .text("comment", null, false, 2000);
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return file.of(matters.openOn(task.subject()).orElseThrow());
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        String vote = input.text("outcome");
        if ((vote.equals("AGAINST") || vote.equals("CONFLICT")) && input.text("comment") == null) {
            throw Refusal.invalid("comment", "council.refused.say-why");
        }
        Matter matter = matters.lockOpen(task.subject());
        if (matter.way() == Matter.Way.MEETING && businessDay.today().isBefore(matter.meetsOn())) {
            throw Refusal.conflict("council.refused.before-meeting", matter.meetsOn());
        }
        if (vote.equals("FOR")) {
            papers.of(matter).refuseInFavour(matter);
        }
        matters.vote(matter, Actors.current().is(Role.COUNCIL_CHAIR), vote, input.text("comment"));
        events.note(task.subject(), "council.event.voted", "#task.Task_CastVote.outcome." + vote);
        return Map.of();
    }
}
