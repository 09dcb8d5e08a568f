package vn.coopfund.workflow.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.coopfund.access.OpenToSignedIn;
import vn.coopfund.access.People;
import vn.coopfund.access.Subject;
import vn.coopfund.web.Once;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.ClaimTask;
import vn.coopfund.workflow.CompleteTask;
import vn.coopfund.workflow.Inbox;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.ReleaseTask;
import vn.coopfund.workflow.TaskDesk;
import vn.coopfund.workflow.TaskForm;

/** The caller's open tasks; completing one goes through the act that owns it. */
@RestController
@RequestMapping("/api/v1/tasks")
@OpenToSignedIn
class TaskApi {

    private static final Set<TaskForm.Type> NOT_TEXT =
            EnumSet.of(TaskForm.Type.AMOUNT, TaskForm.Type.INTEGER, TaskForm.Type.BOOLEAN);

    private final Inbox inbox;
    private final TaskDesk desk;
    private final CompleteTask completeTask;
    private final ClaimTask claimTask;
    private final ReleaseTask releaseTask;
    private final Once once;
    private final Texts texts;
    private final People people;

    TaskApi(Inbox inbox, TaskDesk desk, CompleteTask completeTask, ClaimTask claimTask, ReleaseTask releaseTask,
            Once once, Texts texts, People people) {
        this.inbox = inbox;
        this.desk = desk;
        this.completeTask = completeTask;
        this.claimTask = claimTask;
        this.releaseTask = releaseTask;
        this.once = once;
        this.texts = texts;
        this.people = people;
    }

    record SubjectView(Subject.Type type, String id, String title) {
    }

    record OptionView(String value, String label) {
    }

    record FieldView(String name, String label, String type, boolean required, List<OptionView> options, Object value) {
    }

    record TaskView(String id, String key, String name, SubjectView subject, Instant createdAt, LocalDate dueAt,
            String assignee, List<FieldView> form) {
    }

    record Done(String id, String state) {
    }

    @GetMapping
    PageOf<TaskView> open(@RequestParam(required = false) Integer page, @RequestParam(required = false) Integer size) {
        return inbox.mine(PageOf.Wish.of(page, size)).map(this::view);
    }

    @GetMapping("/{id}")
    TaskView one(@PathVariable String id) {
        return view(desk.look(id));
    }

    @PostMapping("/{id}/claim")
    TaskView claim(@PathVariable String id) {
        claimTask.claim(id);
        return view(desk.look(id));
    }

    @PostMapping("/{id}/release")
    TaskView release(@PathVariable String id) {
        releaseTask.release(id);
        return view(desk.look(id));
    }

    /** The engine lets a task be completed once only, so a key is welcome here but not demanded. */
    @Parameter(in = ParameterIn.HEADER, name = Once.HEADER, schema = @Schema(type = "string"))
    @PostMapping("/{id}/completion")
    Done complete(@PathVariable String id, @RequestBody(required = false) Map<String, Object> fields,
            HttpServletRequest request) {
        Map<String, Object> given = fields == null ? Map.of() : fields;
        if (request.getHeader(Once.HEADER) == null) {
            return completed(id, given);
        }
        return once.call(request, given, Done.class, () -> completed(id, given));
    }

    private Done completed(String id, Map<String, Object> fields) {
        refuseTextForNumbers(id, fields);
        completeTask.complete(id, fields);
        return new Done(id, "COMPLETED");
    }

    /** A page sends texts; in JSON a number is a number and a truth a truth. */
    private void refuseTextForNumbers(String id, Map<String, Object> fields) {
        if (fields.values().stream().noneMatch(String.class::isInstance)) {
            return;
        }
        OpenTask task = desk.look(id);
        Refusal.Problems problems = new Refusal.Problems();
        desk.actOf(task).form(task).fields().stream()
                .filter(field -> NOT_TEXT.contains(field.type()) && fields.get(field.name()) instanceof String)
                .forEach(field -> problems.add(field.name(), "workflow.form." + field.type().name().toLowerCase(Locale.ROOT)));
        problems.refuseIfAny();
    }

    private TaskView view(OpenTask task) {
        return new TaskView(task.id(), task.key(), texts.of(task.nameKey()),
                new SubjectView(task.subject().type(), String.valueOf(task.subject().id()), task.title()),
                task.createdAt(), task.dueOn(), task.assigneeId() == null ? null : people.nameOf(task.assigneeId()),
                desk.actOf(task).form(task).fields().stream().map(field -> view(task.key(), field)).toList());
    }

    private FieldView view(String taskKey, TaskForm.Field field) {
        return new FieldView(field.name(), texts.of("task." + taskKey + "." + field.name()),
                field.type() == TaskForm.Type.DECIMAL ? "text" : field.type().name().toLowerCase(), field.required(),
                field.options().stream().map(option -> new OptionView(option.value(),
                        option.literal() ? option.label() : texts.of(option.label()))).toList(),
                field.type() == TaskForm.Type.DECIMAL && field.value() != null ? field.value().toString() : field.value());
    }
}
