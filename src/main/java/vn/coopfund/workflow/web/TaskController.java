package vn.coopfund.workflow.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.OpenToSignedIn;
import vn.coopfund.access.People;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Forms;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.CasePaths;
import vn.coopfund.workflow.ClaimTask;
import vn.coopfund.workflow.CompleteTask;
import vn.coopfund.workflow.Inbox;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.ReleaseTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskDesk;
import vn.coopfund.workflow.TaskForm;

/** The inbox, and the page on which a task is done. */
@Controller
@OpenToSignedIn
class TaskController {

    private final Inbox inbox;
    private final TaskDesk desk;
    private final CompleteTask completeTask;
    private final ClaimTask claimTask;
    private final ReleaseTask releaseTask;
    private final CasePaths paths;
    private final People people;
    private final BusinessDay businessDay;
    private final Forms forms;
    private final Texts texts;

    TaskController(Inbox inbox, TaskDesk desk, CompleteTask completeTask, ClaimTask claimTask, ReleaseTask releaseTask,
            CasePaths paths, People people, BusinessDay businessDay, Forms forms, Texts texts) {
        this.inbox = inbox;
        this.desk = desk;
        this.completeTask = completeTask;
        this.claimTask = claimTask;
        this.releaseTask = releaseTask;
        this.paths = paths;
        this.people = people;
        this.businessDay = businessDay;
        this.forms = forms;
        this.texts = texts;
    }

    @GetMapping("/inbox")
    String inbox(Integer page, Integer size, Model model) {
        model.addAttribute("tasks", inbox.mine(PageOf.Wish.of(page, size)));
        model.addAttribute("today", businessDay.today());
        return "workflow/inbox";
    }

    @GetMapping("/tasks/{id}")
    String task(@PathVariable String id, Model model) {
        OpenTask task = desk.look(id);
        TaskForm form = desk.actOf(task).form(task);
        model.addAttribute("form", TaskFields.of(form));
        return show(task, form, model);
    }

    @PostMapping("/tasks/{id}")
    String complete(@PathVariable String id, @ModelAttribute("form") TaskFields fields, BindingResult errors, Model model,
            RedirectAttributes after) {
        OpenTask task = desk.look(id);
        TaskForm form = desk.actOf(task).form(task);
        if (forms.done(errors, field -> "values[" + field + "]", () -> completeTask.complete(id, given(form, fields)))) {
            after.addFlashAttribute("notice", texts.of("workflow.task.done", texts.of(task.nameKey())));
            return "redirect:" + paths.of(task.subject());
        }
        return show(task, form, model);
    }

    @PostMapping("/tasks/{id}/claim")
    String claim(@PathVariable String id) {
        claimTask.claim(id);
        return "redirect:/tasks/" + id;
    }

    @PostMapping("/tasks/{id}/release")
    String release(@PathVariable String id) {
        releaseTask.release(id);
        return "redirect:/inbox";
    }

    /** A field that the page left empty counts as said: nothing is taken over from what was pre-filled. */
    private static Map<String, String> given(TaskForm form, TaskFields fields) {
        Map<String, String> given = new LinkedHashMap<>();
        for (TaskForm.Field field : form.fields()) {
            String value = fields.getValues().get(field.name());
            boolean unticked = field.type() == TaskForm.Type.BOOLEAN && value == null;
            given.put(field.name(), unticked ? "false" : value);
        }
        return given;
    }

    private String show(OpenTask task, TaskForm form, Model model) {
        TaskAct act = desk.actOf(task);
        model.addAttribute("task", task);
        model.addAttribute("casePath", paths.of(task.subject()));
        model.addAttribute("assignee", task.assigneeId() == null ? null : people.nameOf(task.assigneeId()));
        model.addAttribute("late", task.overdueOn(businessDay.today()));
        model.addAttribute("fields", TaskFields.shown(form, texts));
        act.shown(task).forEach(model::addAttribute);
        return task.formKey();
    }
}
