package vn.coopfund.workflow.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Export;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SortBy;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.CasePaths;
import vn.coopfund.workflow.TakeTaskBack;
import vn.coopfund.workflow.Workload;

/** What the fund has open, by step and by person, how old it is and how long it takes: for those who manage. */
@Controller
@RequestMapping("/work")
@Allowed({Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.CHIEF_ACCOUNTANT, Role.COUNCIL_CHAIR, Role.CONTROLLER})
class WorkController {

    private static final List<String> STEP = List.of("workflow.inbox.task", "workflow.work.open", "workflow.work.unclaimed",
            "workflow.work.late", "workflow.work.escalated", "workflow.work.fresh", "workflow.work.middling",
            "workflow.work.old", "workflow.work.ancient", "workflow.work.done", "workflow.work.median", "workflow.work.most",
            "workflow.work.on-time");
    private static final List<String> TASK = List.of("workflow.inbox.task", "workflow.inbox.case", "workflow.inbox.since",
            "workflow.inbox.due", "workflow.inbox.holder", "workflow.work.escalated-on");

    private final Workload workload;
    private final TakeTaskBack takeTaskBack;
    private final CasePaths paths;
    private final BusinessDay businessDay;
    private final Texts texts;

    WorkController(Workload workload, TakeTaskBack takeTaskBack, CasePaths paths, BusinessDay businessDay, Texts texts) {
        this.workload = workload;
        this.takeTaskBack = takeTaskBack;
        this.paths = paths;
        this.businessDay = businessDay;
        this.texts = texts;
    }

    @GetMapping
    String work(Model model) {
        model.addAttribute("steps", workload.steps());
        model.addAttribute("people", workload.people());
        model.addAttribute("measured", Workload.MEASURED_DAYS);
        return "workflow/work";
    }

    @GetMapping("/export.{file:csv|xlsx}")
    void export(@PathVariable String file, HttpServletResponse response) {
        Export.of(file).download(response, "tai-cong-viec", STEP.stream().map(texts::of).toList(), rows ->
                workload.steps().forEach(step -> rows.add(texts.of(step.nameKey()), step.open(), step.unclaimed(), step.late(),
                        step.escalated(), step.fresh(), step.middling(), step.old(), step.ancient(), step.done(),
                        step.median(), step.most(), percent(step.onTime()))));
    }

    @GetMapping("/tasks")
    String tasks(@RequestParam(required = false) String kind, @RequestParam(required = false) Long holder,
            @RequestParam(defaultValue = "false") boolean late, @RequestParam(required = false) String q,
            @RequestParam(required = false) String sort, Integer page, Integer size, Model model) {
        SortBy order = SortBy.of(sort, "due", Workload.COLUMNS);
        model.addAttribute("tasks", workload.open(new Workload.Filter(kind, holder, late, q), order,
                PageOf.Wish.ofPage(page, size)));
        model.addAttribute("sorted", order.wish());
        model.addAttribute("kinds", workload.steps().stream()
                .map(step -> new Choice(step.taskKey(), texts.of(step.nameKey()))).toList());
        model.addAttribute("holders", workload.people().stream().map(person -> new Choice(
                String.valueOf(person.id() == null ? 0 : person.id()),
                person.id() == null ? texts.of("workflow.work.nobody") : person.name())).toList());
        model.addAttribute("today", businessDay.today());
        model.addAttribute("paths", paths);
        model.addAttribute("mayTakeBack", Actors.current().isAny(Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.CHIEF_ACCOUNTANT));
        return "workflow/work-tasks";
    }

    @GetMapping("/tasks/export.{file:csv|xlsx}")
    void exportTasks(@PathVariable String file, @RequestParam(required = false) String kind,
            @RequestParam(required = false) Long holder, @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(required = false) String q, @RequestParam(required = false) String sort,
            HttpServletResponse response) {
        Export.of(file).download(response, "viec-dang-mo", TASK.stream().map(texts::of).toList(), rows ->
                PageOf.each(wish -> workload.open(new Workload.Filter(kind, holder, late, q),
                        SortBy.of(sort, "due", Workload.COLUMNS), wish), row -> rows.add(texts.of(row.task().nameKey()),
                                row.task().title(), row.task().createdOn(), row.task().dueOn(), row.holder(), row.escalatedOn())));
    }

    @PostMapping("/tasks/{id}/return")
    @Allowed({Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.CHIEF_ACCOUNTANT})
    String takeBack(@PathVariable String id, RedirectAttributes after) {
        after.addFlashAttribute("notice", texts.of("workflow.work.taken-back", takeTaskBack.takeBack(id).title()));
        return "redirect:/work/tasks";
    }

    /** Hundredths of a percent as people read them. */
    private static String percent(Integer hundredths) {
        return hundredths == null ? null : hundredths / 100 + " %";
    }
}
