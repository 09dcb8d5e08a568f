package vn.coopfund.collateral;

import java.util.List;
import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/**
 * The security of a signed contract is registered, each item where its kind belongs (Decree 99/2022/NĐ-CP), or need not be
 * for a reason; what was registered on its own page meanwhile stays as it is there.
 */
@Act
@Allowed(Role.LOAN_OFFICER)
public class RegisterSecurity implements TaskAct {

    private static final String REGISTERED = "REGISTERED";

    private final Items items;
    private final Registrations registrations;
    private final BusinessDay businessDay;
    private final CaseEvents events;

    RegisterSecurity(Items items, Registrations registrations, BusinessDay businessDay, CaseEvents events) {
        this.items = items;
        this.registrations = registrations;
        this.businessDay = businessDay;
        this.events = events;
    }

    @Override
    public String taskKey() {
        return "Task_RegisterSecurity";
    }

    @Override
    public TaskForm form(OpenTask task) {
        return TaskForm.of(taskKey()).choice("outcome", null, REGISTERED, "NOT_REQUIRED").text("number", null, false, 100)
                .date("on", businessDay.today()).text("notary", null, false, 300).text("reason", null, false, 2000);
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return Map.of("items", items.ofApplication(task.subject().id()));
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        List<Item> due = items.ofApplication(task.subject().id()).stream().filter(Item::registrationDue).toList();
        Registrations.Entry entry = new Registrations.Entry(input.chose("outcome", REGISTERED), null, input.text("number"),
                input.date("on"), input.text("notary"), input.text("reason"));
        due.forEach(item -> registrations.note(items.lock(item.id()), entry));
        events.tell(task.subject(), "collateral.event.security-registered", due.size());
        return Map.of();
    }
}
