package vn.coopfund.workflow.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.Models;
import vn.coopfund.workflow.ServiceLevels;
import vn.coopfund.workflow.SetServiceLevel;

/** How long each step may take. */
@Controller
@RequestMapping("/service-levels")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.HEAD_OF_LENDING, Role.CONTROLLER})
class ServiceLevelController {

    private final ServiceLevels levels;
    private final SetServiceLevel setServiceLevel;
    private final Models models;
    private final BusinessDay businessDay;
    private final Forms forms;
    private final Texts texts;

    ServiceLevelController(ServiceLevels levels, SetServiceLevel setServiceLevel, Models models, BusinessDay businessDay,
            Forms forms, Texts texts) {
        this.levels = levels;
        this.setServiceLevel = setServiceLevel;
        this.models = models;
        this.businessDay = businessDay;
        this.forms = forms;
        this.texts = texts;
    }

    /** The form as typed. */
    public static class LevelForm {
        private String taskKey;
        private LocalDate from;
        private Integer workingDays;
        private Integer escalateAfter;

        SetServiceLevel.NewLevel toLevel() {
            return new SetServiceLevel.NewLevel(taskKey, from, workingDays, escalateAfter);
        }

        public String getTaskKey() {
            return taskKey;
        }

        public void setTaskKey(String taskKey) {
            this.taskKey = taskKey;
        }

        public LocalDate getFrom() {
            return from;
        }

        public void setFrom(LocalDate from) {
            this.from = from;
        }

        public Integer getWorkingDays() {
            return workingDays;
        }

        public void setWorkingDays(Integer workingDays) {
            this.workingDays = workingDays;
        }

        public Integer getEscalateAfter() {
            return escalateAfter;
        }

        public void setEscalateAfter(Integer escalateAfter) {
            this.escalateAfter = escalateAfter;
        }
    }

    @GetMapping
    String list(@ModelAttribute("form") LevelForm form, Model model) {
        if (form.getFrom() == null) {
            form.setFrom(businessDay.today());
        }
        return page(model);
    }

    @PostMapping
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR})
    String set(@ModelAttribute("form") LevelForm form, BindingResult errors, Model model, RedirectAttributes after) {
        if (!forms.done(errors, () -> setServiceLevel.set(form.toLevel()))) {
            return page(model);
        }
        after.addFlashAttribute("notice", texts.of("workflow.level.set"));
        return "redirect:/service-levels";
    }

    private String page(Model model) {
        List<Models.Step> steps = models.steps().stream()
                .sorted(Comparator.comparing(step -> texts.of("task." + step.taskKey()))).toList();
        model.addAttribute("steps", steps);
        model.addAttribute("levels", levels.all());
        model.addAttribute("today", businessDay.today());
        model.addAttribute("maySet", Actors.current().isAny(Role.ADMINISTRATOR, Role.DIRECTOR));
        model.addAttribute("kinds", steps.stream().map(step -> new Choice(step.taskKey(), texts.of("task." + step.taskKey()))).toList());
        return "workflow/service-levels";
    }
}
