package vn.coopfund.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actors;
import vn.coopfund.access.OpenToSignedIn;
import vn.coopfund.access.People;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Show;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.CasePaths;
import vn.coopfund.workflow.ClaimTask;
import vn.coopfund.workflow.CompleteTask;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.ReleaseTask;
import vn.coopfund.workflow.StandIns;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskDesk;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/** The page on which a task is done. */
@Controller
@OpenToSignedIn
class TaskController {

    private final TaskDesk desk;
    private final CompleteTask completeTask;
    private final ClaimTask claimTask;
    private final ReleaseTask releaseTask;
    private final CasePaths paths;
    private final StandIns standIns;
    private final People people;
    private final BusinessDay businessDay;
    private final Forms forms;
    private final Texts texts;
    private final TaskWords words;
    private final Show show;

    TaskController(TaskDesk desk, CompleteTask completeTask, ClaimTask claimTask, ReleaseTask releaseTask,
            CasePaths paths, StandIns standIns, People people, BusinessDay businessDay, Forms forms, Texts texts,
            TaskWords words, Show show) {
        this.desk = desk;
        this.completeTask = completeTask;
        this.claimTask = claimTask;
        this.releaseTask = releaseTask;
        this.paths = paths;
        this.standIns = standIns;
        this.people = people;
        this.businessDay = businessDay;
        this.forms = forms;
        this.texts = texts;
        this.words = words;
        this.show = show;
    }

    @GetMapping("/tasks/{id}")
    String task(@PathVariable String id, Model model) {
        OpenTask task = desk.look(id);
        TaskForm form = desk.actOf(task).form(task);
        model.addAttribute("form", TaskFields.of(form, texts));
        return show(task, form, null, model);
    }

    @PostMapping("/tasks/{id}")
    String complete(@PathVariable String id, @ModelAttribute("form") TaskFields fields, BindingResult errors,
            @RequestParam(defaultValue = "false") boolean sure, Model model, RedirectAttributes after) {
        OpenTask task = desk.look(id);
        TaskForm form = desk.actOf(task).form(task);
        Map<String, String> given = fields.given(form);
        String question = sure ? null : words.question(task, given.get("outcome"));
        boolean asks = question != null;
        boolean done = forms.done(errors, field -> "values[" + field + "]", asks ? () -> TaskInput.read(form, given)
                : () -> completeTask.complete(id, given));
        if (done && !asks) {
            after.addFlashAttribute("notice", texts.of("workflow.task.done", texts.of(task.nameKey())));
            return "redirect:" + paths.of(task.subject());
        }
        return show(task, form, done ? question : null, model);
    }

    /** A task that somebody else finished leads on to its file. */
    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("web/refused", HttpStatus.valueOf(refusal.kind().status()));
        page.addObject("reasons", refusal.reasons().stream().map(texts::of).toList());
        page.addObject("status", refusal.kind().status());
        if (refusal.kind() == Refusal.Kind.CONFLICT) {
            desk.subjectOfDone(request.getRequestURI().split("/")[2]).map(paths::of)
                    .ifPresent(file -> page.addObject("onward", file));
        }
        return page;
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

    /** @param question when all is filled in and the act waits for its one confirmation, else null */
    private String show(OpenTask task, TaskForm form, String question, Model model) {
        TaskAct act = desk.actOf(task);
        model.addAttribute("task", task);
        model.addAttribute("casePath", paths.of(task.subject()));
        model.addAttribute("assignee", task.assigneeId() == null ? null : people.nameOf(task.assigneeId()));
        model.addAttribute("inPlaceOf", standIns.placeFor(task).map(actor -> people.nameOf(actor.standsInFor())).orElse(null));
        model.addAttribute("mine", task.assigneeId() != null && task.assigneeId() == Actors.current().id());
        model.addAttribute("late", task.overdueOn(businessDay.today()));
        model.addAttribute("verb", words.verb(task, question != null));
        model.addAttribute("verbs", verbs(task, form));
        model.addAttribute("question", question);
        model.addAttribute("fields", TaskFields.shown(form, texts));
        act.shown(task).forEach(model::addAttribute);
        return task.formKey();
    }

    private String verbs(OpenTask task, TaskForm form) {
        Map<String, String> verbs = words.verbs(task, form);
        return verbs.isEmpty() ? null : show.json(verbs);
    }
}
