package vn.coopfund.ledger.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.BookProposal;
import vn.coopfund.ledger.CarryYear;
import vn.coopfund.ledger.ClosePeriod;
import vn.coopfund.ledger.ClosePeriodsThrough;
import vn.coopfund.ledger.EndYear;
import vn.coopfund.ledger.PeriodChecks;
import vn.coopfund.ledger.Periods;
import vn.coopfund.ledger.ReopenPeriod;
import vn.coopfund.ledger.SoftClosePeriod;
import vn.coopfund.web.Forms;
import vn.coopfund.web.NavigationPlace;
import vn.coopfund.web.Texts;

/** The months of a year: how far each is closed, by whom, and what has to agree before; the end of the year. */
@Controller
@RequestMapping("/books/periods")
@Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER})
class PeriodController {

    private final Periods periods;
    private final PeriodChecks checks;
    private final SoftClosePeriod softClose;
    private final ClosePeriod close;
    private final ClosePeriodsThrough closeThrough;
    private final ReopenPeriod reopen;
    private final EndYear endYear;
    private final CarryYear carryYear;
    private final BusinessDay businessDay;
    private final Forms forms;
    private final Texts texts;

    PeriodController(Periods periods, PeriodChecks checks, SoftClosePeriod softClose, ClosePeriod close,
            ClosePeriodsThrough closeThrough, ReopenPeriod reopen, EndYear endYear, CarryYear carryYear,
            BusinessDay businessDay, Forms forms, Texts texts) {
        this.periods = periods;
        this.checks = checks;
        this.softClose = softClose;
        this.close = close;
        this.closeThrough = closeThrough;
        this.reopen = reopen;
        this.endYear = endYear;
        this.carryYear = carryYear;
        this.businessDay = businessDay;
        this.forms = forms;
        this.texts = texts;
    }

    /** What the page asks for. */
    static class PeriodForm {
        private YearMonth month;
        private YearMonth through;
        private String why;

        public YearMonth getMonth() {
            return month;
        }

        public void setMonth(YearMonth month) {
            this.month = month;
        }

        public YearMonth getThrough() {
            return through;
        }

        public void setThrough(YearMonth through) {
            this.through = through;
        }

        public String getWhy() {
            return why;
        }

        public void setWhy(String why) {
            this.why = why;
        }
    }

    @GetMapping
    String show(@RequestParam(required = false) Integer year, @ModelAttribute("form") PeriodForm form, Model model) {
        if (year == null || year < 1900 || year > 2199) {
            return "redirect:/books/periods?year=" + businessDay.today().getYear();
        }
        return page(year, model);
    }

    @PostMapping("/{month:\\d{4}-\\d{2}}/soft-close")
    @Allowed(Role.CHIEF_ACCOUNTANT)
    String softClose(@PathVariable YearMonth month, @ModelAttribute("form") PeriodForm form, BindingResult errors,
            Model model, RedirectAttributes next) {
        return done(month, errors, () -> softClose.close(month), "ledger.periods.soft-closed", model, next);
    }

    @PostMapping("/{month:\\d{4}-\\d{2}}/close")
    @Allowed(Role.CHIEF_ACCOUNTANT)
    String close(@PathVariable YearMonth month, @ModelAttribute("form") PeriodForm form, BindingResult errors,
            Model model, RedirectAttributes next) {
        return done(month, errors, () -> close.close(month), "ledger.periods.closed", model, next);
    }

    private String done(YearMonth month, BindingResult errors, Runnable act, String notice, Model model,
            RedirectAttributes next) {
        if (!forms.done(errors, act)) {
            return page(month.getYear(), model);
        }
        next.addFlashAttribute("notice", texts.of(notice, month.atDay(1)));
        return "redirect:/books/periods?year=" + month.getYear();
    }

    @PostMapping("/close-through")
    @Allowed(Role.CHIEF_ACCOUNTANT)
    String closeThrough(@RequestParam int year, @ModelAttribute("form") PeriodForm form, BindingResult errors, Model model,
            RedirectAttributes next) {
        int[] closed = new int[1];
        if (!forms.done(errors, () -> closed[0] = closeThrough.close(form.getThrough()))) {
            return page(year, model);
        }
        next.addFlashAttribute("notice", texts.of("ledger.periods.closed-through", closed[0], form.getThrough().atDay(1)));
        return "redirect:/books/periods?year=" + year;
    }

    @PostMapping("/reopening")
    @Allowed(Role.CHIEF_ACCOUNTANT)
    String reopen(@RequestParam int year, @ModelAttribute("form") PeriodForm form, BindingResult errors, Model model,
            RedirectAttributes next) {
        return proposed(year, errors, () -> {
            if (form.getMonth() == null) {
                throw vn.coopfund.web.Refusal.invalid("month", "ledger.month-needed");
            }
            return reopen.propose(form.getMonth(), form.getWhy());
        }, model, next);
    }

    @PostMapping("/{year:\\d{4}}/end")
    @Allowed(Role.ACCOUNTANT)
    String end(@PathVariable int year, @ModelAttribute("form") PeriodForm form, BindingResult errors, Model model,
            RedirectAttributes next) {
        return proposed(year, errors, () -> endYear.propose(year, texts.of("ledger.year.why", year + "")), model, next);
    }

    @PostMapping("/{year:\\d{4}}/carry")
    @Allowed(Role.ACCOUNTANT)
    String carry(@PathVariable int year, @ModelAttribute("form") PeriodForm form, BindingResult errors, Model model,
            RedirectAttributes next) {
        return proposed(year, errors, () -> carryYear.propose(year, texts.of("ledger.year.why-carry", year + "")), model, next);
    }

    private String proposed(int year, BindingResult errors, java.util.function.Supplier<BookProposal> act, Model model,
            RedirectAttributes next) {
        long[] id = new long[1];
        if (!forms.done(errors, () -> id[0] = act.get().id())) {
            return page(year, model);
        }
        next.addFlashAttribute("notice", texts.of("ledger.proposals.proposed"));
        return "redirect:/books/proposals/" + id[0];
    }

    private String page(int year, Model model) {
        List<Periods.Month> months = periods.months(year);
        YearMonth present = YearMonth.from(businessDay.today());
        // months close in order: what has begun and is oldest comes first
        YearMonth toClose = periods.oldestBelow(Periods.State.CLOSED).orElse(present);
        YearMonth next = toClose.getYear() == year && toClose.isBefore(present) ? toClose : null;
        model.addAttribute("year", year);
        model.addAttribute("months", months);
        model.addAttribute("present", present);
        model.addAttribute("next", next);
        model.addAttribute("toClose", toClose);
        model.addAttribute("toCloseSoftly", periods.oldestBelow(Periods.State.SOFT).orElse(present));
        model.addAttribute("checks", next == null ? List.of() : checks.of(next));
        model.addAttribute("mayClose", Actors.current().is(Role.CHIEF_ACCOUNTANT));
        model.addAttribute("mayEnd", Actors.current().is(Role.ACCOUNTANT) && year < businessDay.today().getYear());
        return "ledger/periods";
    }

    @Configuration(proxyBeanMethods = false)
    static class PeriodPlace {
        @Bean
        NavigationPlace periodsPlace() {
            return new NavigationPlace(61, "ledger.control.place", "/books/periods",
                    Set.of(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER), null);
        }
    }
}
