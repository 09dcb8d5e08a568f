package vn.coopfund.risk;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.Dong;
import vn.coopfund.products.LendingRegulations;
import vn.coopfund.servicing.LoanFile;
import vn.coopfund.servicing.Loans;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/** The loan officer looks at how the money of a loan is used, and writes the minutes (biên bản kiểm tra sử dụng vốn). */
@Act
@Allowed(Role.LOAN_OFFICER)
public class InspectUse implements TaskAct {

    private static final int LONG = 1000;

    private final Inspections inspections;
    private final InspectionPaper paper;
    private final RecallCases recalls;
    private final Loans loans;
    private final LendingRegulations regulations;
    private final BusinessDay businessDay;
    private final CaseEvents events;

    InspectUse(Inspections inspections, InspectionPaper paper, RecallCases recalls, Loans loans, LendingRegulations regulations,
            BusinessDay businessDay, CaseEvents events) {
        this.inspections = inspections;
        this.paper = paper;
        this.recalls = recalls;
        this.loans = loans;
        this.regulations = regulations;
        this.businessDay = businessDay;
        this.events = events;
    }

    @Override
    public String taskKey() {
        return "Task_InspectUse";
    }

    @Override
    public Duty duty() {
        return Duty.INSPECT_USE;
    }

    @Override
    public TaskForm form(OpenTask task) {
        LoanFile file = loans.file(task.subject().id());
        return TaskForm.of(taskKey()).choice("outcome", null, "AS_AGREED", "PARTLY", "MISUSED")
                .date("inspectedOn", businessDay.today()).amount("amountSeen", file.loan().drawn(), false)
                .text("progress", null, false, LONG).text("collateral", null, false, LONG).text("present", null, false, LONG)
                .text("remarks", null, false, 2000);
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        long loan = task.subject().id();
        Map<String, Object> shown = new HashMap<>();
        shown.put("loan", loans.file(loan));
        shown.put("plan", inspections.plan(loan).orElse(null));
        shown.put("inspections", inspections.of(loan));
        shown.put("warned", recalls.of(loan).stream().filter(one -> one.state() == RecallCases.State.WARNED).findFirst().orElse(null));
        return shown;
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        Subject subject = task.subject();
        Inspections.Outcome outcome = Inspections.Outcome.valueOf(input.text("outcome"));
        boolean misused = outcome == Inspections.Outcome.MISUSED;
        LocalDate inspectedOn = input.date("inspectedOn");
        LoanFile file = loans.file(subject.id());
        new Refusal.Problems()
                .addIf(inspectedOn.isAfter(businessDay.today()), "inspectedOn", "risk.refused.future", businessDay.today())
                .addIf(inspectedOn.isBefore(file.loan().disbursedOn()), "inspectedOn", "risk.refused.before-money",
                        file.loan().disbursedOn())
                .addIf(input.amount("amountSeen") != null && input.amount("amountSeen").isGreaterThan(Dong.LARGEST), "amountSeen",
                        "risk.refused.amount-large")
                .addIf(misused && input.text("progress") == null, "progress", "risk.refused.say-what-was-seen")
                .addIf(misused && input.text("present") == null, "present", "risk.refused.say-who-was-present")
                .refuseIfAny();
        Long seen = input.amount("amountSeen") == null ? null : Dong.longOf(input.amount("amountSeen"));
        Inspections.Inspection made = inspections.add(subject, paper.nextNumber(inspectedOn), new Inspections.Findings(inspectedOn,
                outcome, seen, input.text("progress"), input.text("collateral"),
                input.text("present"), input.text("remarks")));
        paper.store(file, made);
        events.tell(subject, "risk.event.inspected", inspectedOn, "#risk.inspection.outcome." + outcome, made.number());
        if (!misused) {
            inspections.plan(subject, Inspections.Reason.REGULAR,
                    inspectedOn.plusMonths(regulations.on(businessDay.today()).inspectionMonths()));
        }
        return Map.of("misused", misused);
    }
}
