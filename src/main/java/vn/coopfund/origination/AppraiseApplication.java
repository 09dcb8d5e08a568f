package vn.coopfund.origination;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.collateral.Item;
import vn.coopfund.collateral.Items;
import vn.coopfund.collateral.Valuations;
import vn.coopfund.money.Dong;
import vn.coopfund.products.LendingRegulations;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/**
 * The appraiser visits, judges plan, cash flow and collateral, and proposes (Decree 45/2021/NĐ-CP art. 22). A loan
 * officer or another appraiser may be the second on the visit, never the only one; the regulation says whether there must be a second.
 */
@Act
@Allowed(Role.APPRAISER)
public class AppraiseApplication implements TaskAct {

    private static final int LONG = 8000;

    private final Applications applications;
    private final Appraisals appraisals;
    private final People people;
    private final Duties duties;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final CaseFile file;
    private final LendingRegulations regulations;
    private final Items items;
    private final Valuations valuations;
    private final AppraisalFile report;

    AppraiseApplication(Applications applications, Appraisals appraisals, People people,
            Duties duties, BusinessDay businessDay, CaseEvents events, CaseFile file, LendingRegulations regulations,
            Items items, Valuations valuations, AppraisalFile report) {
        this.applications = applications;
        this.appraisals = appraisals;
        this.people = people;
        this.duties = duties;
        this.businessDay = businessDay;
        this.events = events;
        this.file = file;
        this.regulations = regulations;
        this.items = items;
        this.valuations = valuations;
        this.report = report;
    }

    @Override
    public String taskKey() {
        return "Task_AppraiseApplication";
    }

    @Override
    public Duty duty() {
        return Duty.APPRAISE;
    }

    @Override
    public TaskForm form(OpenTask task) {
        ApplicationContent asked = applications.byId(task.subject().id()).content();
        Appraisals.Appraisal before = appraisals.latest(task.subject().id()).orElse(null);
        List<TaskForm.Option> seconds = Stream.of(Role.LOAN_OFFICER, Role.APPRAISER).flatMap(role -> people.withRole(role).stream())
                .filter(person -> person.id() != Actors.current().id())
                .map(person -> new TaskForm.Option(String.valueOf(person.id()), person.displayName(), true)).distinct().toList();
        String second = seconds.isEmpty() ? null : seconds.get(0).value();
        TaskForm form = TaskForm.of(taskKey())
                .choice("outcome", null, "LEND", "REFUSE")
                .date("visitedOn", businessDay.today());
        return (regulations.on(businessDay.today()).secondOnSite() ? form.need("visitedWith", second, seconds)
                : form.pick("visitedWith", second, seconds))
                .text("planOpinion", before == null ? null : before.planOpinion(), false, LONG)
                .text("cashFlowOpinion", before == null ? null : before.cashFlowOpinion(), false, LONG)
                .amount("collateralValue", collateralValue(task.subject().id(), asked, before), true)
                .choice("badDebt", "NONE", "NONE", "FOUND")
                .amount("proposedAmount", asked.amount(), true)
                .integer("proposedTermMonths", asked.termMonths().longValue(), true)
                .comment();
    }

    /** What the items are worth where each was valued by itself, else what was found before, else the borrower's estimate. */
    private MonetaryAmount collateralValue(long id, ApplicationContent asked, Appraisals.Appraisal before) {
        List<Item> offered = items.ofApplication(id);
        if (!offered.isEmpty() && offered.stream().allMatch(item -> item.value() != null)) {
            return Dong.of(offered.stream().mapToLong(Item::value).sum());
        }
        return before != null ? before.collateralValue() : asked.securityValue() == null ? Dong.ZERO : asked.securityValue();
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return file.of(task.subject().id());
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        Application application = applications.visible(task.subject().id());
        LocalDate today = businessDay.today();
        Long companion = input.text("visitedWith") == null ? null : Long.valueOf(input.text("visitedWith"));
        refuseImpossible(application.view(), input, today, companion);
        if (companion != null) {
            people.find(companion).ifPresent(second -> Actors.as(second, () -> {
                duties.take(task.subject(), Duty.VISIT);
                return null;
            }));
        }
        boolean lend = input.chose("outcome", "LEND");
        long id = appraisals.add(new Appraisals.Appraisal(0, application.id(), Actors.current().id(), today,
                input.date("visitedOn"), companion, input.text("planOpinion"), input.text("cashFlowOpinion"),
                input.amount("collateralValue"), input.chose("badDebt", "FOUND"), lend, input.amount("proposedAmount"),
                input.integer("proposedTermMonths").intValue(), input.text("comment")));
        valuations.appraised(application.id(), Dong.longOf(input.amount("collateralValue")), today);
        report.seal(application.view(), id, new AppraisalFigures.Proposal(input.amount("proposedAmount"),
                input.integer("proposedTermMonths").intValue(), input.amount("collateralValue")));
        application.appraised();
        events.tell(task.subject(), "origination.event.appraised");
        return Map.of();
    }

    private static void refuseImpossible(ApplicationView application, TaskInput input, LocalDate today, Long companion) {
        long term = input.integer("proposedTermMonths");
        boolean lend = input.chose("outcome", "LEND");
        new Refusal.Problems()
                .addIf(input.date("visitedOn").isAfter(today), "visitedOn", "origination.date.future", today)
                .addIf(input.date("visitedOn").isBefore(application.submittedOn()), "visitedOn",
                        "origination.visit.before-submission", application.submittedOn())
                .addIf(companion != null && companion == Actors.current().id(), "visitedWith",
                        "origination.visit.not-alone")
                .addIf(lend && application.content().securityKind().isSecured()
                        && !input.amount("collateralValue").isPositive(), "collateralValue", "origination.collateral.needed")
                .addIf(lend && input.chose("badDebt", "FOUND"), "badDebt", "origination.bad-debt.no-lending")
                .addIf(!input.amount("proposedAmount").isPositive(), "proposedAmount", "origination.amount.needed")
                .addIf(input.amount("proposedAmount").isGreaterThan(application.content().amount()), "proposedAmount",
                        "origination.amount.beyond-asked", application.content().amount())
                .addIf(term < 1 || term > 600, "proposedTermMonths", "origination.term.impossible")
                .refuseIfAny();
    }
}
