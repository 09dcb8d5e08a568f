package vn.coopfund.origination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.calendar.WorkingDays;
import vn.coopfund.documents.NumberSeries;
import vn.coopfund.products.LendingRegulation;
import vn.coopfund.products.LendingRegulations;
import vn.coopfund.products.TermsReasons;
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.schedule.Tranche;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/**
 * The loan officer draws up the contract from the decision: how and when the borrower repays and how the money goes
 * out. Everything else is as the regulation of the day has it, and stays with the contract whatever the regulation
 * says later.
 */
@Act
@Allowed(Role.LOAN_OFFICER)
public class PrepareContract implements TaskAct {

    /** The form's name of a field of the terms. */
    private static final Map<String, String> FIELDS = Map.of("disbursedOn", "plannedOn", "instalments", "monthsBetween",
            "every", "monthsBetween", "workingDays", "firstDueOn");
    private static final int LONG = 4000;

    private final Applications applications;
    private final Decisions decisions;
    private final Contracts contracts;
    private final LendingRegulations regulations;
    private final WorkingDays workingDays;
    private final NumberSeries numbers;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final CaseFile file;

    PrepareContract(Applications applications, Decisions decisions, Contracts contracts,
            LendingRegulations regulations, WorkingDays workingDays, NumberSeries numbers, BusinessDay businessDay,
            CaseEvents events, CaseFile file) {
        this.applications = applications;
        this.decisions = decisions;
        this.contracts = contracts;
        this.regulations = regulations;
        this.workingDays = workingDays;
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
    public Duty duty() {
        return Duty.PREPARE_CONTRACT;
    }

    @Override
    public TaskForm form(OpenTask task) {
        LendingRegulation regulation = regulations.on(businessDay.today());
        ContractChoices usual = ContractChoices.usual(businessDay.today(),
                applications.byId(task.subject().id()).content().monthsBetween(),
                decisions.of(task.subject().id()).orElseThrow().termMonths(), regulation);
        return TaskForm.of(taskKey()).date("plannedOn", businessDay.today())
                .choice("method", regulation.defaultMethod().name(), methods(regulation))
                .integer("monthsBetween", (long) usual.monthsBetween(), true)
                .date("firstDueOn", null, false)
                .integer("principalGrace", (long) usual.principalGrace(), true)
                .integer("interestEvery", usual.interestEvery() == null ? null : usual.interestEvery().longValue(), false)
                .text("tranches", null, false, LONG).text("principals", null, false, LONG).comment();
    }

    /** The usual one first. */
    private static String[] methods(LendingRegulation regulation) {
        List<RepaymentMethod> methods = new ArrayList<>(regulation.methods());
        methods.remove(regulation.defaultMethod());
        methods.add(0, regulation.defaultMethod());
        return methods.stream().map(RepaymentMethod::name).toArray(String[]::new);
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        Map<String, Object> shown = file.of(task.subject().id());
        shown.put("regulation", regulations.on(businessDay.today()));
        return shown;
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        Decisions.Decision decision = decisions.of(task.subject().id()).orElseThrow();
        LocalDate today = businessDay.today();
        LendingRegulation regulation = regulations.on(today);
        RepaymentTerms terms = terms(input, decision, regulation);
        String number = numbers.nextWritten("HĐTD-QHTX", today.getYear());
        contracts.add(decision.applicationId(), number, today, Actors.current().id(), terms, regulation);
        events.tell(task.subject(), "origination.event.contract-drawn-up", number);
        return Map.of();
    }

    private RepaymentTerms terms(TaskInput input, Decisions.Decision decision, LendingRegulation regulation) {
        Refusal.Problems problems = new Refusal.Problems();
        List<PrincipalDue> principals = DatedAmounts.read("principals", input.text("principals"), PrincipalDue::new, problems);
        List<Tranche> tranches = DatedAmounts.read("tranches", input.text("tranches"), Tranche::new, problems);
        ContractChoices choices = ContractChoices.of(input, principals, tranches);
        LocalDate today = businessDay.today();
        problems.addIf(!choices.fits(decision.termMonths()), "monthsBetween", "origination.months-between.term",
                        decision.termMonths())
                .addIf(choices.isCustom() && principals.isEmpty(), "principals", "origination.principals.needed")
                .addIf(choices.plannedOn().isBefore(today), "plannedOn", "origination.date.past", today)
                .addIf(choices.plannedOn().isAfter(decision.validUntil()), "plannedOn", "origination.offer.valid-until",
                        decision.validUntil())
                .refuseIfAny();
        RepaymentTerms terms = choices.terms(decision, regulation);
        TermsReasons.of(terms, workingDays.holidays().negate()::test, FIELDS)
                .forEach(reason -> problems.add(reason.field(), reason.code(), reason.args()));
        LocalDate end = choices.plannedOn().plusMonths(decision.termMonths());
        problems.addIf(choices.lastDue(decision).isAfter(end), choices.isCustom() ? "principals" : "firstDueOn",
                "origination.term.beyond", end).refuseIfAny();
        return terms;
    }
}
