package vn.coopfund.calendar.web;

import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.calendar.ConfirmHolidays;
import vn.coopfund.calendar.DeclineHolidays;
import vn.coopfund.calendar.ProposeHolidays;
import vn.coopfund.calendar.YearCalendars;
import vn.coopfund.calendar.YearChange;
import vn.coopfund.calendar.YearProposal;
import vn.coopfund.web.Forms;
import vn.coopfund.web.NavigationPlace;
import vn.coopfund.web.Texts;

/** The days without work of a year: what holds, what waits for a second person, and the form for a change. */
@Controller
@RequestMapping("/holidays")
@Allowed(Role.ADMINISTRATOR)
class HolidayController {

    private final YearCalendars years;
    private final ProposeHolidays proposeHolidays;
    private final ConfirmHolidays confirmHolidays;
    private final DeclineHolidays declineHolidays;
    private final Duties duties;
    private final People people;
    private final BusinessDay businessDay;
    private final Forms forms;
    private final Texts texts;

    HolidayController(YearCalendars years, ProposeHolidays proposeHolidays, ConfirmHolidays confirmHolidays,
            DeclineHolidays declineHolidays, Duties duties, People people, BusinessDay businessDay, Forms forms,
            Texts texts) {
        this.years = years;
        this.proposeHolidays = proposeHolidays;
        this.confirmHolidays = confirmHolidays;
        this.declineHolidays = declineHolidays;
        this.duties = duties;
        this.people = people;
        this.businessDay = businessDay;
        this.forms = forms;
        this.texts = texts;
    }

    @GetMapping
    @Allowed({Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER,
        Role.COUNCIL_CHAIR, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER, Role.ADMINISTRATOR})
    String show(@ModelAttribute("form") YearForm form, BindingResult unreadable, Model model) {
        if (unreadable.hasErrors() || form.getYear() == null || form.getYear() < 1900 || form.getYear() > 2199) {
            return "redirect:/holidays?year=" + businessDay.today().getYear();
        }
        form.fill(years.of(form.getYear()));
        return page(form, model);
    }

    @PostMapping
    String propose(@ModelAttribute("form") YearForm form, BindingResult errors, Model model, RedirectAttributes next) {
        if (!forms.done(errors, () -> proposeHolidays.propose(form.draft()))) {
            return page(form, model);
        }
        return to(form.getYear(), "calendar.holidays.proposed", next);
    }

    @PostMapping("/{id:\\d+}/confirmation")
    String confirm(@PathVariable long id, RedirectAttributes next) {
        return to(confirmHolidays.confirm(id).year(), "calendar.holidays.confirmed", next);
    }

    @PostMapping("/{id:\\d+}/decline")
    String decline(@PathVariable long id, @ModelAttribute("form") YearForm form, BindingResult errors, Model model,
            RedirectAttributes next) {
        if (!forms.done(errors, () -> form.setYear(declineHolidays.decline(id, form.getReason()).year()))) {
            return page(form, model);
        }
        return to(form.getYear(), "calendar.holidays.declined", next);
    }

    private String to(int year, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", texts.of(notice));
        return "redirect:/holidays?year=" + year;
    }

    private String page(YearForm form, Model model) {
        int year = form.getYear() == null ? businessDay.today().getYear() : form.getYear();
        Actor actor = Actors.current();
        YearProposal waiting = years.pending(year).orElse(null);
        model.addAttribute("year", year);
        model.addAttribute("days", years.of(year));
        model.addAttribute("waiting", waiting);
        model.addAttribute("mayPropose", actor.is(Role.ADMINISTRATOR) && waiting == null);
        if (waiting != null) {
            model.addAttribute("changes", YearChange.between(years.of(year), waiting.days()));
            model.addAttribute("proposedBy", people.nameOf(waiting.proposedBy() == null ? 0 : waiting.proposedBy()));
            model.addAttribute("mayDecide", actor.is(Role.ADMINISTRATOR)
                    && duties.conflicts(actor, waiting.subject(), Duty.CONFIRM_PARAMETER).isEmpty());
        }
        return "calendar/holidays";
    }

    @Configuration(proxyBeanMethods = false)
    static class HolidayPlace {
        @Bean
        NavigationPlace holidaysPlace() {
            return new NavigationPlace(86, "calendar.holidays", "/holidays", EnumSet.of(Role.ADMINISTRATOR), null);
        }
    }
}
