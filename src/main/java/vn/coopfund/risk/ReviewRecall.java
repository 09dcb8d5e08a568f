package vn.coopfund.risk;

import java.time.LocalDate;
import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.servicing.Loans;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/** The head of lending reads what was found: a day to put it right by, or the proposal to call the loan back. */
@Act
@Allowed(Role.HEAD_OF_LENDING)
public class ReviewRecall implements TaskAct {

    private static final int DAYS_TO_PUT_RIGHT = 30;
    private static final int DAYS_TO_PAY = 30;

    private final Inspections inspections;
    private final RecallCases recalls;
    private final RecallView view;
    private final Loans loans;
    private final Deadlines deadlines;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final BorrowersToTell borrowers;

    ReviewRecall(Inspections inspections, RecallCases recalls, RecallView view, Loans loans, Deadlines deadlines,
            BusinessDay businessDay, CaseEvents events, BorrowersToTell borrowers) {
        this.inspections = inspections;
        this.recalls = recalls;
        this.view = view;
        this.loans = loans;
        this.deadlines = deadlines;
        this.businessDay = businessDay;
        this.events = events;
        this.borrowers = borrowers;
    }

    @Override
    public String taskKey() {
        return "Task_ReviewRecall";
    }

    @Override
    public Duty duty() {
        return Duty.REVIEW_RECALL;
    }

    @Override
    public TaskForm form(OpenTask task) {
        LocalDate today = businessDay.today();
        return TaskForm.of(taskKey()).choice("outcome", null, "WARN", "RECALL")
                .date("putRightBy", today.plusDays(DAYS_TO_PUT_RIGHT), false).date("payBy", today.plusDays(DAYS_TO_PAY), false)
                .text("reason", null, true, 500);
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return view.of(task.subject());
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        Subject subject = task.subject();
        boolean recall = input.chose("outcome", "RECALL");
        String field = recall ? "payBy" : "putRightBy";
        LocalDate by = input.date(field);
        String reason = input.text("reason");
        Refusal.Problems problems = new Refusal.Problems().addIf(by == null, field, "risk.refused.required");
        if (recall) {
            deadlines.refuseEarly(by, problems);
        } else {
            problems.addIf(by != null && !by.isAfter(businessDay.today()), field, "risk.refused.not-later", businessDay.today());
        }
        problems.refuseIfAny();
        long inspection = inspections.of(subject.id()).get(0).id();
        if (recall) {
            view.refuseImpossible(subject);
            recalls.propose(subject, inspection, reason, by);
            events.note(subject, "risk.event.recall-proposed", by, reason);
        } else {
            recalls.warn(subject, inspection, reason, by);
            inspections.plan(subject, Inspections.Reason.PUT_RIGHT, by);
            events.tell(subject, "risk.event.warned", by, reason);
            borrowers.tell(subject, "risk.notice.warned", loans.file(subject.id()).loan().number(), by, reason);
        }
        return Map.of("recallProposed", recall);
    }
}
