package vn.coopfund.council;

import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.documents.NumberSeries;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/** The chair signs the minutes: from then on the council's decision stands. */
@Act
@Allowed(Role.COUNCIL_CHAIR)
public class SignMinutes implements TaskAct {

    private final CouncilMatters matters;
    private final MatterFile file;
    private final CouncilPapers papers;
    private final NumberSeries numbers;
    private final BusinessDay businessDay;
    private final CaseEvents events;

    SignMinutes(CouncilMatters matters, MatterFile file, CouncilPapers papers, NumberSeries numbers, BusinessDay businessDay,
            CaseEvents events) {
        this.matters = matters;
        this.file = file;
        this.papers = papers;
        this.numbers = numbers;
        this.businessDay = businessDay;
        this.events = events;
    }

    @Override
    public String taskKey() {
        return "Task_SignMinutes";
    }

    @Override
    public TaskForm form(OpenTask task) {
        return TaskForm.of(taskKey()).comment();
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return file.of(matters.openOn(task.subject()).orElseThrow());
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        Matter matter = matters.lockOpen(task.subject());
        boolean approved = matters.tally(matter).outcome().orElseThrow();
        String number = numbers.nextWritten("BB-HĐQL", businessDay.today().getYear());
        matters.decide(matter, approved, number, input.text("comment"));
        events.note(task.subject(), "council.event.signed." + (approved ? "for" : "against"), number);
        papers.of(matter).decided(matters.byId(matter.id()));
        return Map.of();
    }
}
