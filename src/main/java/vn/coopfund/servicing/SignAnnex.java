package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.documents.Attachments;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/**
 * The director confirms that both sides signed the annex, with the day and the evidence: the scan in the file, or the
 * original on paper. The restructuring takes effect in the same transaction.
 */
@Act
@Allowed(Role.DIRECTOR)
public class SignAnnex implements TaskAct {

    private static final String SCAN = "SCAN";
    private static final String PAPER = "PAPER";

    private final LoanDesk desk;
    private final RestructureRequests requests;
    private final RestructureSteps steps;
    private final RestructureFile file;
    private final LoanRestructured loanRestructured;
    private final Attachments attachments;
    private final BusinessDay businessDay;
    private final CaseEvents events;

    SignAnnex(LoanDesk desk, RestructureRequests requests, RestructureSteps steps, RestructureFile file,
            LoanRestructured loanRestructured, Attachments attachments, BusinessDay businessDay, CaseEvents events) {
        this.desk = desk;
        this.requests = requests;
        this.steps = steps;
        this.file = file;
        this.loanRestructured = loanRestructured;
        this.attachments = attachments;
        this.businessDay = businessDay;
        this.events = events;
    }

    @Override
    public String taskKey() {
        return "Task_SignAnnex";
    }

    @Override
    public TaskForm form(OpenTask task) {
        String held = hasScan(task) ? SCAN : PAPER;
        return TaskForm.of(taskKey()).choice("evidence", held, held, held.equals(SCAN) ? PAPER : SCAN)
                .date("signedOn", businessDay.today()).comment();
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return file.ofOpen(task.subject().id());
    }

    private boolean hasScan(OpenTask task) {
        return attachments.of(task.subject()).stream().anyMatch(paper -> paper.kind().equals(AttachToRestructure.SIGNED_ANNEX));
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        Loan loan = desk.lock(task.subject());
        RestructureRequest request = requests.at(loan, RestructureRequest.State.APPROVED);
        LocalDate signedOn = input.date("signedOn");
        new Refusal.Problems()
                .addIf(input.chose("evidence", SCAN) && !hasScan(task), "evidence", "servicing.refused.no-scan")
                .addIf(signedOn.isAfter(businessDay.today()), "signedOn", "servicing.refused.future", businessDay.today())
                .addIf(signedOn.isBefore(request.decidedOn()), "signedOn", "servicing.refused.before-decision", request.decidedOn())
                .refuseIfAny();
        boolean unfit = steps.sentBackUnfit(loan, request);
        if (!unfit) {
            events.tell(loan.subject(), "servicing.event.annex-signed", request.annexNumber(), signedOn,
                    "#task.Task_SignAnnex.evidence." + input.text("evidence"));
            loanRestructured.perform(loan, request);
            requests.end(request, RestructureRequest.State.EFFECTIVE, null);
        }
        return Map.of("effective", !unfit);
    }
}
