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
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.calendar.DayBook;
import vn.coopfund.web.Forms;
import vn.coopfund.web.NavigationPlace;
import vn.coopfund.web.Texts;

/** The open business day, its close, and what the last closes did. */
@Controller
@RequestMapping("/days")
@Allowed(Role.CHIEF_ACCOUNTANT)
class DayController {

    private static final int SHOWN = 30;

    private final BusinessDay businessDay;
    private final DayBook days;
    private final Forms forms;
    private final Texts texts;

    DayController(BusinessDay businessDay, DayBook days, Forms forms, Texts texts) {
        this.businessDay = businessDay;
        this.days = days;
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

    @PostMapping
    String close(@ModelAttribute("form") CloseForm form, BindingResult errors, Model model, RedirectAttributes next) {
        if (!forms.done(errors, () -> days.closeThrough(form.getDay()))) {
            return page(model);
        }
        next.addFlashAttribute("notice", texts.of("calendar.days.closed", form.getDay()));
        return "redirect:/days";
    }

    private String page(Model model) {
        model.addAttribute("today", businessDay.today());
        model.addAttribute("closed", days.closed(SHOWN));
        return "calendar/days";
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {
        @Bean
        NavigationPlace daysPlace() {
            return new NavigationPlace(80, "calendar.days", "/days", java.util.Set.of(Role.CHIEF_ACCOUNTANT), null);
        }
    }
}
