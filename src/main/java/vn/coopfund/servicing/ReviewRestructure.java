package vn.coopfund.servicing;

import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.money.Dong;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/** The head of lending submits the plan to whoever decides by the principal owed, returns it to the officer, or refuses it. */
@Act
@Allowed(Role.HEAD_OF_LENDING)
public class ReviewRestructure implements TaskAct {

    private final LoanDesk desk;
    private final RestructureRequests requests;
    private final LoanRestructured loanRestructured;
    private final RestructureSteps steps;
    private final RestructureFile file;
    private final Authority authority;
    private final Duties duties;
    private final CaseEvents events;
    private final BorrowerNotices notices;

    ReviewRestructure(LoanDesk desk, RestructureRequests requests, LoanRestructured loanRestructured, RestructureSteps steps,
            RestructureFile file, Authority authority, Duties duties, CaseEvents events, BorrowerNotices notices) {
        this.desk = desk;
        this.requests = requests;
        this.loanRestructured = loanRestructured;
        this.steps = steps;
        this.file = file;
        this.authority = authority;
        this.duties = duties;
        this.events = events;
        this.notices = notices;
    }

    @Override
    public String taskKey() {
        return "Task_ReviewRestructure";
    }

    @Override
    public TaskForm form(OpenTask task) {
        return TaskForm.of(taskKey()).choice("outcome", null, "FORWARD", "RETURN", "REFUSE").comment();
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return file.ofOpen(task.subject().id());
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        Loan loan = desk.lock(task.subject());
        RestructureRequest request = requests.at(loan, RestructureRequest.State.REVIEW);
        duties.take(request.own(), Duty.REVIEW_RESTRUCTURE);
        String comment = input.text("comment");
        if (input.chose("outcome", "FORWARD")) {
            boolean unfit = steps.sentBackUnfit(loan, request);
            if (!unfit) {
                forward(loan, request);
            }
            return decisions(unfit, !unfit);
        }
        RestructureSteps.refuseSilent(comment);
        if (input.chose("outcome", "RETURN")) {
            steps.sendBack(loan, request, comment);
            return decisions(true, false);
        }
        steps.refuse(loan, request, comment);
        return decisions(false, false);
    }

    private void forward(Loan loan, RestructureRequest request) {
        boolean council = authority.isBeyondDirector(loan, Dong.of(loanRestructured.refuseWrong(loan, request.terms())));
        requests.forward(request, council);
        events.tell(loan.subject(), "servicing.event.restructure-forwarded." + (council ? "council" : "director"));
        notices.tell(loan, "servicing.notice.restructure-forwarded", loan.number());
    }

    private static Map<String, Object> decisions(boolean returned, boolean forwarded) {
        return Map.of("returned", returned, "forwarded", forwarded);
    }
}
