package vn.coopfund.origination;

import java.time.LocalDate;
import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.documents.NumberSeries;
import vn.coopfund.products.LendingRegulations;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/** The loan officer draws up the contract from the decision: number, instalments, due dates. */
@Act
@Allowed(Role.LOAN_OFFICER)
public class PrepareContract implements TaskAct {

    private final Applications applications;
    private final Decisions decisions;
    private final Contracts contracts;
    private final LendingRegulations regulations;
    private final NumberSeries numbers;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final CaseFile file;

    PrepareContract(Applications applications, Decisions decisions, Contracts contracts,
            LendingRegulations regulations, NumberSeries numbers, BusinessDay businessDay, CaseEvents events,
            CaseFile file) {
        this.applications = applications;
        this.decisions = decisions;
        this.contracts = contracts;
        this.regulations = regulations;
        this.numbers = numbers;
        this.businessDay = businessDay;
        this.events = events;
        this.file = file;
    }

    @Override
    public String taskKey() {
        return "Task_PrepareContract";
    }

    @Override
    public TaskForm form(OpenTask task) {
        ApplicationView application = applications.byId(task.subject().id());
        Integer wished = application.content().monthsBetween();
        int term = decisions.of(application.id()).orElseThrow().termMonths();
        int between = wished == null ? regulations.on(businessDay.today()).monthsBetween() : wished;
        return TaskForm.of(taskKey()).date("plannedOn", businessDay.today())
                .integer("monthsBetween", (long) (term % between == 0 ? between : 1), true).comment();
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return file.of(task.subject().id());
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        Decisions.Decision decision = decisions.of(task.subject().id()).orElseThrow();
        LocalDate today = businessDay.today();
        LocalDate planned = input.date("plannedOn");
        long between = input.integer("monthsBetween");
        new Refusal.Problems()
                .addIf(between < 1 || between > decision.termMonths() || decision.termMonths() % between != 0
                        || 12 % between != 0, "monthsBetween", "origination.months-between.term", decision.termMonths())
                .addIf(planned.isBefore(today), "plannedOn", "origination.date.past", today)
                .addIf(planned.isAfter(decision.validUntil()), "plannedOn", "origination.offer.valid-until",
                        decision.validUntil())
                .refuseIfAny();
        String number = numbers.nextWritten("HĐTD-QHTX", today.getYear());
        contracts.add(new Contracts.Contract(0, decision.applicationId(), number, today, Actors.current().id(),
                (int) between, (int) (decision.termMonths() / between), planned, planned.plusMonths(between), null, null,
                null));
        events.tell(task.subject(), "origination.event.contract-drawn-up", number);
        return Map.of();
    }
}
