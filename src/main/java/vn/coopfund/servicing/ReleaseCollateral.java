package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.collateral.Items;
import vn.coopfund.collateral.Releases;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/**
 * The security of a settled loan is released: what secures no other loan is deregistered, and its papers are given back by
 * minutes.
 */
@Act
@Allowed(Role.LOAN_OFFICER)
public class ReleaseCollateral implements TaskAct {

    private final LoanDesk desk;
    private final Loans loans;
    private final JdbcClient jdbc;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final Items items;
    private final Releases releases;

    ReleaseCollateral(LoanDesk desk, Loans loans, JdbcClient jdbc, BusinessDay businessDay, CaseEvents events, Items items,
            Releases releases) {
        this.desk = desk;
        this.loans = loans;
        this.jdbc = jdbc;
        this.businessDay = businessDay;
        this.events = events;
        this.items = items;
        this.releases = releases;
    }

    @Override
    public String taskKey() {
        return "Task_ReleaseCollateral";
    }

    @Override
    public TaskForm form(OpenTask task) {
        return TaskForm.of(taskKey()).date("releasedOn", businessDay.today()).text("deregistrationNumber", null, false, 100)
                .text("papersTo", loans.file(task.subject().id()).borrower().name(), false, 300).comment();
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return Map.of("loan", loans.file(task.subject().id()), "items", items.ofLoan(task.subject().id()));
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        Loan loan = desk.lock(task.subject());
        loan.require(LoanState.PAID_OFF);
        LocalDate releasedOn = input.date("releasedOn");
        LocalDate settledOn = loan.view().settledOn();
        new Refusal.Problems()
                .addIf(releasedOn.isAfter(businessDay.today()), "releasedOn", "servicing.refused.future", businessDay.today())
                .addIf(releasedOn.isBefore(settledOn), "releasedOn", "servicing.refused.before-settlement", settledOn)
                .refuseIfAny();
        jdbc.sql("insert into servicing.collateral_release (loan_id, released_on, comment, released_by) values (?, ?, ?, ?)")
                .params(loan.id(), releasedOn, input.text("comment"), Actors.current().id()).update();
        releases.allOf(loan.id(), releasedOn, input.text("deregistrationNumber"), input.text("papersTo", loans.file(loan.id()).borrower().name()));
        events.tell(loan.subject(), "servicing.event.released", releasedOn);
        return Map.of();
    }
}
