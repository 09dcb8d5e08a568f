package vn.coopfund.origination;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.collateral.Registrations;
import vn.coopfund.documents.Attachments;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/**
 * The director confirms that both sides signed, with the day and the evidence: the scan in the file, or the original on
 * paper. The loan is made from it in the same transaction.
 */
@Act
@Allowed(Role.DIRECTOR)
public class SignContract implements TaskAct {

    private static final String SCAN = "SCAN";
    private static final String PAPER = "PAPER";

    private final Applications applications;
    private final Decisions decisions;
    private final Contracts contracts;
    private final Attachments attachments;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final BorrowerNotices notices;
    private final ApplicationEventPublisher publisher;
    private final CaseFile file;
    private final Registrations registrations;

    SignContract(Applications applications, Decisions decisions, Contracts contracts, Attachments attachments,
            BusinessDay businessDay, CaseEvents events, BorrowerNotices notices,
            ApplicationEventPublisher publisher, CaseFile file, Registrations registrations) {
        this.applications = applications;
        this.decisions = decisions;
        this.contracts = contracts;
        this.attachments = attachments;
        this.businessDay = businessDay;
        this.events = events;
        this.notices = notices;
        this.publisher = publisher;
        this.file = file;
        this.registrations = registrations;
    }

    @Override
    public String taskKey() {
        return "Task_SignContract";
    }

    @Override
    public Duty duty() {
        return Duty.SIGN_CONTRACT;
    }

    @Override
    public TaskForm form(OpenTask task) {
        String held = hasScan(task) ? SCAN : PAPER;
        return TaskForm.of(taskKey()).choice("evidence", held, held, held.equals(SCAN) ? PAPER : SCAN)
                .date("signedOn", businessDay.today()).comment();
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        Map<String, Object> shown = file.of(task.subject().id());
        shown.put("scanned", hasScan(task));
        return shown;
    }

    private boolean hasScan(OpenTask task) {
        return attachments.of(task.subject()).stream().anyMatch(paper -> paper.kind().equals(PaperRule.SIGNED_CONTRACT));
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        Application application = applications.visible(task.subject().id());
        Decisions.Decision decision = decisions.of(application.id()).orElseThrow();
        Contracts.Contract contract = contracts.of(application.id()).orElseThrow();
        LocalDate signedOn = input.date("signedOn");
        new Refusal.Problems()
                .addIf(input.chose("evidence", SCAN) && !hasScan(task), "evidence", "origination.scan.missing")
                .addIf(signedOn.isAfter(businessDay.today()), "signedOn", "origination.date.future", businessDay.today())
                .addIf(signedOn.isBefore(contract.drawnUpOn()), "signedOn", "origination.signed.before-contract",
                        contract.drawnUpOn())
                .addIf(signedOn.isAfter(decision.validUntil()), "signedOn", "origination.offer.valid-until",
                        decision.validUntil())
                .refuseIfAny();
        contracts.sign(application.id(), signedOn, Actors.current().id(), input.text("evidence"));
        long loanId = contracts.allotLoanId();
        application.becameLoan(loanId);
        events.tell(task.subject(), "origination.event.contract-signed", contract.number(), signedOn,
                "#task.Task_SignContract.evidence." + input.text("evidence"));
        notices.tell(application.view(), "origination.notice.contract-signed", contract.number());
        ApplicationContent content = application.content();
        publisher.publishEvent(new ContractSigned(application.view().fundId(), loanId, application.id(),
                application.borrowerId(), contract.number(), signedOn, content.projectName(),
                contract.terms(), content.securityKind().isSecured(), content.securityText()));
        return Map.of("securityToRegister", registrations.isNeeded(application.id()));
    }
}
