package vn.coopfund.servicing;

import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/** The officer plans the new due dates and says why, or refuses the request with a reason. */
@Act
@Allowed(Role.LOAN_OFFICER)
public class AppraiseRestructure implements TaskAct {

    private static final int LONGEST = 2000;

    private final LoanDesk desk;
    private final RestructureRequests requests;
    private final RestructurePlans plans;
    private final LoanRestructured loanRestructured;
    private final RestructureSteps steps;
    private final RestructureFile file;
    private final Duties duties;
    private final CaseEvents events;
    private final BorrowerNotices notices;

    AppraiseRestructure(LoanDesk desk, RestructureRequests requests, RestructurePlans plans, LoanRestructured loanRestructured,
            RestructureSteps steps, RestructureFile file, Duties duties, CaseEvents events, BorrowerNotices notices) {
        this.desk = desk;
        this.requests = requests;
        this.plans = plans;
        this.loanRestructured = loanRestructured;
        this.steps = steps;
        this.file = file;
        this.duties = duties;
        this.events = events;
        this.notices = notices;
    }

    @Override
    public String taskKey() {
        return "Task_AppraiseRestructure";
    }

    @Override
    public TaskForm form(OpenTask task) {
        Loan loan = desk.look(task.subject().id());
        RestructureRequest request = requests.openOn(loan.id()).orElseThrow();
        RestructureTerms terms = plans.proposed(loan, request);
        return TaskForm.of(taskKey()).choice("outcome", null, "FORWARD", "REFUSE")
                .choice("kind", terms.kind().name(), "ADJUST", "EXTEND")
                .date("newEnd", terms.kind() == RestructureTerms.Kind.EXTEND ? terms.lastDueOn() : null, false)
                .date("arrearsDueOn", terms.arrearsDueOn(), false)
                .text("appraisal", request.appraisal() == null ? request.reason() : request.appraisal(), true, LONGEST)
                .comment();
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return file.ofOpen(task.subject().id());
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        Loan loan = desk.lock(task.subject());
        RestructureRequest request = requests.at(loan, RestructureRequest.State.ASKED);
        boolean planned = input.chose("outcome", "FORWARD");
        if (planned) {
            plan(loan, request, input);
        } else {
            RestructureSteps.refuseSilent(input.text("comment"));
            steps.refuse(loan, request, input.text("comment"));
        }
        return Map.of("planned", planned);
    }

    private void plan(Loan loan, RestructureRequest request, TaskInput input) {
        RestructureTerms.Kind kind = RestructureTerms.Kind.valueOf(input.text("kind"));
        RestructureTerms terms = plans.of(loan, request, kind, input.date("newEnd"), input.date("arrearsDueOn"));
        try {
            loanRestructured.refuseWrong(loan, terms);
        } catch (Refusal wrong) {
            // the form has no rows: what is wrong with them lies with the kind, or with the end that they reach
            throw new Refusal(wrong.kind(), wrong.reasons().stream().map(one -> "rows".equals(one.field()) ? new Refusal.Reason(
                    kind == RestructureTerms.Kind.EXTEND ? "newEnd" : "kind", one.code(), one.args()) : one).toList());
        }
        duties.take(request.own(), Duty.PLAN_RESTRUCTURE);
        requests.submit(request, terms, input.text("appraisal"));
        events.tell(loan.subject(), "servicing.event.restructure-planned", "#" + kind.key(), terms.rows().size(), terms.lastDueOn());
        notices.tell(loan, "servicing.notice.restructure-planned", loan.number(), terms.lastDueOn());
    }
}
