package vn.coopfund.council;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.calendar.WorkingDays;
import vn.coopfund.notices.Notices;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.CasePaths;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/** The council is called: how it sits, when and where, with its agenda; every member entitled to vote is told. */
@Act
@Allowed({Role.HEAD_OF_LENDING, Role.COUNCIL_CHAIR})
public class CallCouncil implements TaskAct {

    private static final int DAYS_FOR_ANSWERS = 3;

    private final CouncilMatters matters;
    private final MatterFile file;
    private final CouncilMembers council;
    private final CouncilPapers papers;
    private final BusinessDay businessDay;
    private final WorkingDays workingDays;
    private final CasePaths cases;
    private final CaseEvents events;
    private final Notices notices;

    CallCouncil(CouncilMatters matters, MatterFile file, CouncilMembers council, CouncilPapers papers, BusinessDay businessDay, WorkingDays workingDays,
            CasePaths cases, CaseEvents events, Notices notices) {
        this.matters = matters;
        this.file = file;
        this.council = council;
        this.papers = papers;
        this.businessDay = businessDay;
        this.workingDays = workingDays;
        this.cases = cases;
        this.events = events;
        this.notices = notices;
    }

    @Override
    public String taskKey() {
        return "Task_CallCouncil";
    }

    @Override
    public TaskForm form(OpenTask task) {
        return TaskForm.of(taskKey()).choice("outcome", "WRITTEN", "WRITTEN", "MEETING")
                .date("meetsOn", workingDays.after(businessDay.today(), DAYS_FOR_ANSWERS))
                .text("place", null, false, 300).text("agenda", null, false, 2000);
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return file.of(matters.openOn(task.subject()).orElseThrow());
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        Matter.Way way = Matter.Way.valueOf(input.text("outcome"));
        LocalDate meetsOn = input.date("meetsOn");
        new Refusal.Problems()
                .addIf(meetsOn.isBefore(businessDay.today()), "meetsOn", "council.refused.past", businessDay.today())
                .addIf(way == Matter.Way.MEETING && input.text("place") == null, "place", "council.refused.place")
                .refuseIfAny();
        Matter laid = matters.lockOpen(task.subject());
        CouncilPaper paper = papers.of(laid);
        List<Actor> members = council.entitled(task.subject()).stream().filter(member -> !paper.bars(member, laid)).toList();
        if (members.isEmpty()) {
            throw Refusal.conflict("council.refused.nobody");
        }
        if (members.size() < matters.leastVotes()) {
            throw Refusal.conflict("council.refused.too-few", members.size(), matters.leastVotes());
        }
        Matter matter = matters.call(laid, way, meetsOn, input.text("place"),
                input.text("agenda"), members);
        events.note(task.subject(), "council.event.called." + way, meetsOn, members.size());
        notices.tell(members.stream().map(Actor::id).toList(), "/council/" + matter.id(), "council.notice.called." + way,
                cases.title(task.subject()), meetsOn);
        return Map.of();
    }
}
