package vn.coopfund.products.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import vn.coopfund.access.OpenToAll;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.products.LendingRegulation;
import vn.coopfund.products.LendingRegulations;
import vn.coopfund.products.LoanCalculator;
import vn.coopfund.money.Rounding;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.RateConversion;
import vn.coopfund.schedule.RateUnit;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.RepaymentSchedule;
import vn.coopfund.schedule.ScheduleRequest;
import vn.coopfund.schedule.WorkingDayRule;
import vn.coopfund.web.Chart;
import vn.coopfund.web.Export;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Show;
import vn.coopfund.web.Texts;

/** The loan calculator as a page and as a file; what was asked stands in the address, so that it can be passed on. */
@Controller
@OpenToAll
class CalculatorController {

    private static final int USUAL_TERM = 24;
    private static final List<String> COLUMNS =
            List.of("number", "from", "due", "days", "year-fraction", "principal", "interest", "payment", "balance");

    private final LoanCalculator calculator;
    private final LendingRegulations regulations;
    private final BusinessDay businessDay;
    private final Forms forms;
    private final Texts texts;
    private final Show show;

    CalculatorController(LoanCalculator calculator, LendingRegulations regulations, BusinessDay businessDay,
            Forms forms, Texts texts, Show show) {
        this.calculator = calculator;
        this.regulations = regulations;
        this.businessDay = businessDay;
        this.forms = forms;
        this.texts = texts;
        this.show = show;
    }

    @ModelAttribute("regulation")
    LendingRegulation regulation() {
        return regulations.on(businessDay.today());
    }

    /** What the address does not say is as the regulation has it. */
    @ModelAttribute("form")
    CalculatorForm usual(@ModelAttribute("regulation") LendingRegulation regulation) {
        CalculatorForm form = new CalculatorForm();
        form.setDisbursedOn(businessDay.today());
        form.setRate(show.number(regulation.yearlyRate()));
        form.setTerm(Math.min(USUAL_TERM, regulation.longestTermMonths()));
        form.setEvery(regulation.monthsBetween());
        form.setMethod(RepaymentMethod.EQUAL_PRINCIPAL);
        form.setDayCount(DayCount.ACT_365);
        form.setRateUnit(RateUnit.YEAR);
        form.setRateConversion(RateConversion.TIMES_12);
        form.setWorkingDays(WorkingDayRule.NONE);
        form.setRounding(Rounding.HALF_UP);
        return form;
    }

    @GetMapping("/calculator")
    String page(@ModelAttribute("form") CalculatorForm form, BindingResult errors,
            @RequestParam(name = "amount", required = false) String asked, Model model) {
        model.addAttribute("methods", RepaymentMethod.values());
        model.addAttribute("rhythms", CalculatorForm.RHYTHMS);
        model.addAttribute("dayCounts", DayCount.values());
        model.addAttribute("rateUnits", RateUnit.values());
        model.addAttribute("conversions", RateConversion.values());
        model.addAttribute("workingDayRules", WorkingDayRule.values());
        model.addAttribute("roundings", List.of(Rounding.HALF_UP, Rounding.HALF_EVEN));
        ScheduleRequest.Answer answer = asked == null ? null : calculate(form, errors);
        if (answer != null) {
            model.addAttribute("schedule", answer.schedule());
            model.addAttribute("yearFractions", answer.yearFractions());
            model.addAttribute("chart", chart(answer.schedule()));
        }
        return "products/calculator";
    }

    @GetMapping("/calculator/schedule.{format:csv|xlsx}")
    ModelAndView file(@ModelAttribute("form") CalculatorForm form, BindingResult errors, @PathVariable String format,
            HttpServletRequest request, HttpServletResponse response) {
        ScheduleRequest.Answer answer = calculate(form, errors);
        if (answer == null) {
            return new ModelAndView(backToForm(request));
        }
        List<String> columns = COLUMNS.stream().map(column -> texts.of("products.column." + column)).toList();
        Export.of(format).download(response, "schedule", columns, rows -> answer.schedule().rows().forEach(row ->
                rows.add(row.number(), row.from(), row.dueOn(), row.days(), answer.yearFractions().get(row.number() - 1),
                        row.principal(), row.interest(), row.payment(), row.balance())));
        return null;
    }

    /** Null where the form has errors. */
    private ScheduleRequest.Answer calculate(CalculatorForm form, BindingResult errors) {
        AtomicReference<ScheduleRequest.Answer> answer = new AtomicReference<>();
        forms.done(errors, CalculatorForm::nameOf,
                () -> answer.set(calculator.calculate(form.request(), form.problems())));
        return answer.get();
    }

    private static RedirectView backToForm(HttpServletRequest request) {
        String asked = request.getQueryString();
        RedirectView form = new RedirectView("/calculator?" + (asked == null ? "amount=" : asked), true);
        form.setExpandUriTemplateVariables(false);
        form.setExposeModelAttributes(false);
        return form;
    }

    private Chart chart(RepaymentSchedule schedule) {
        List<RepaymentSchedule.Row> rows = schedule.rows();
        return Chart.bars(rows.stream().map(row -> show.day(row.dueOn())).toList()).amounts()
                .series(texts.of("products.column.principal"), rows.stream().map(RepaymentSchedule.Row::principal).toList())
                .series(texts.of("products.column.interest"), rows.stream().map(RepaymentSchedule.Row::interest).toList());
    }
}
