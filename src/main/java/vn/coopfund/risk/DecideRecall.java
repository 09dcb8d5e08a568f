package vn.coopfund.risk;

import java.time.LocalDate;
import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/** The director decides, within the own authority, whether a loan is called back. */
@Act
@Allowed(Role.DIRECTOR)
public class DecideRecall implements TaskAct {

    private final RecallCases recalls;
    private final RecallView view;
    private final Deadlines deadlines;
    private final CaseEvents events;

    DecideRecall(RecallCases recalls, RecallView view, Deadlines deadlines, CaseEvents events) {
        this.recalls = recalls;
        this.view = view;
        this.deadlines = deadlines;
        this.events = events;
    }

    @Override
    public String taskKey() {
        return "Task_DecideRecall";
    }

    @Override
    public Duty duty() {
        return Duty.DECIDE_RECALL;
    }

    @Override
    public TaskForm form(OpenTask task) {
        return TaskForm.of(taskKey()).choice("outcome", null, "RECALLED", "REFUSED")
                .date("payBy", deadlines.payBy(recalls.needOpen(task.subject()))).comment();
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return view.of(task.subject());
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        Subject subject = task.subject();
        RecallCases.RecallCase open = recalls.needOpen(subject);
        boolean recalled = input.chose("outcome", "RECALLED");
        LocalDate payBy = input.date("payBy");
        String comment = input.text("comment");
        Refusal.Problems problems = new Refusal.Problems()
                .addIf(!recalled && comment == null, "comment", "risk.refused.say-why");
        if (recalled) {
            deadlines.refuseEarly(payBy, problems);
        }
        problems.refuseIfAny();
        if (recalled) {
            view.refuseImpossible(subject);
        }
        recalls.decide(open, recalled, payBy, comment, null, Actors.current().id());
        deadlines.next(subject);
        if (!recalled) {
            events.note(subject, "risk.event.recall-refused", comment);
        }
        return Map.of("recalled", recalled);
    }
}
