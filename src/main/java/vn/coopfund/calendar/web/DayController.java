package vn.coopfund.calendar.web;

import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
import vn.coopfund.calendar.CatchUps;
import vn.coopfund.calendar.DayBook;
import vn.coopfund.calendar.DayCloseStep;
import vn.coopfund.calendar.StartCatchUp;
import vn.coopfund.web.Forms;
import vn.coopfund.web.NavigationPlace;
import vn.coopfund.web.Texts;

/** The open business day and what its close will do, its close, and what the last closes did. */
@Controller
@RequestMapping("/days")
@Allowed({Role.CHIEF_ACCOUNTANT, Role.ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER})
class DayController {

    private static final int SHOWN = 30;

    private final BusinessDay businessDay;
    private final DayBook days;
    private final CatchUps catchUps;
    private final StartCatchUp startCatchUp;
    private final Forms forms;
    private final Texts texts;

    DayController(BusinessDay businessDay, DayBook days, CatchUps catchUps, StartCatchUp startCatchUp, Forms forms,
            Texts texts) {
        this.businessDay = businessDay;
        this.days = days;
        this.catchUps = catchUps;
        this.startCatchUp = startCatchUp;
        this.forms = forms;
        this.texts = texts;
    }

    /** What the page asks for. */
    static class CloseForm {
        private LocalDate day;

        public LocalDate getDay() {
            return day;
        }

        public void setDay(LocalDate day) {
            this.day = day;
        }
    }

    @GetMapping
    String show(@ModelAttribute("form") CloseForm form, Model model) {
        form.setDay(businessDay.today());
        return page(model);
    }

    /** How far the background is. */
    @GetMapping("/progress")
    String progress(Model model) {
        model.addAttribute("catchUp", catchUps.latest().orElse(null));
        return "calendar/parts :: progress";
    }

    /** The open day is closed at once; more than one are closed in the background. */
    @PostMapping
    @Allowed(Role.CHIEF_ACCOUNTANT)
    String close(@ModelAttribute("form") CloseForm form, BindingResult errors, Model model, RedirectAttributes next) {
        LocalDate day = form.getDay();
        boolean many = day != null && day.isAfter(businessDay.today());
        if (!forms.done(errors, () -> close(day, many))) {
            return page(model);
        }
        next.addFlashAttribute("notice", texts.of(many ? "calendar.days.started" : "calendar.days.closed", day));
        return "redirect:/days";
    }

    private void close(LocalDate day, boolean many) {
        if (many) {
            startCatchUp.start(day);
        } else {
            days.closeThrough(day);
        }
    }

    private String page(Model model) {
        LocalDate today = businessDay.today();
        model.addAttribute("today", today);
        model.addAttribute("expected", days.expected(today));
        model.addAttribute("monthEnd", DayCloseStep.isMonthEnd(today));
        model.addAttribute("catchUp", catchUps.latest().orElse(null));
        model.addAttribute("mayClose", Actors.current().is(Role.CHIEF_ACCOUNTANT));
        model.addAttribute("closed", days.closed(SHOWN));
        return "calendar/days";
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {
        @Bean
        NavigationPlace daysPlace() {
            return new NavigationPlace(80, "calendar.days", "/days",
                    java.util.Set.of(Role.CHIEF_ACCOUNTANT, Role.ACCOUNTANT, Role.CONTROLLER), null);
        }
    }
}
