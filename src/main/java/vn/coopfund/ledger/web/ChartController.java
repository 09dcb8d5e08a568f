package vn.coopfund.ledger.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Set;
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
import vn.coopfund.ledger.BookProposals;
import vn.coopfund.ledger.ChartText;
import vn.coopfund.ledger.ProposeChart;
import vn.coopfund.web.Forms;
import vn.coopfund.web.NavigationPlace;
import vn.coopfund.web.Once;
import vn.coopfund.web.Texts;

/** The chart of accounts as the administrators change it: as lines of CSV, whole. */
@Controller
@RequestMapping("/books/chart")
@Allowed(Role.ADMINISTRATOR)
class ChartController {

    private final ProposeChart proposeChart;
    private final BookProposals proposals;
    private final ChartText chart;
    private final BusinessDay businessDay;
    private final Forms forms;
    private final Once once;
    private final Texts texts;

    ChartController(ProposeChart proposeChart, BookProposals proposals, ChartText chart, BusinessDay businessDay, Forms forms,
            Once once, Texts texts) {
        this.proposeChart = proposeChart;
        this.proposals = proposals;
        this.chart = chart;
        this.businessDay = businessDay;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
    }

    /** What the page asks for. */
    static class ChartForm {
        private LocalDate validFrom;
        private String csv;
        private String why;

        public LocalDate getValidFrom() {
            return validFrom;
        }

        public void setValidFrom(LocalDate validFrom) {
            this.validFrom = validFrom;
        }

        public String getCsv() {
            return csv;
        }

        public void setCsv(String csv) {
            this.csv = csv;
        }

        public String getWhy() {
            return why;
        }

        public void setWhy(String why) {
            this.why = why;
        }
    }

    /** Begins with the chart in force. */
    @GetMapping
    String show(@ModelAttribute("form") ChartForm form, Model model) {
        form.setValidFrom(businessDay.today().plusDays(1));
        form.setCsv(chart.inForce());
        return page(model);
    }

    @PostMapping
    String propose(@ModelAttribute("form") ChartForm form, BindingResult errors, HttpServletRequest request, Model model,
            RedirectAttributes next) {
        Long[] id = new Long[1];
        if (!forms.done(errors, () -> id[0] = once.form(request, Long.class,
                () -> proposeChart.propose(form.getValidFrom(), form.getCsv(), form.getWhy()).id()))) {
            return page(model);
        }
        next.addFlashAttribute("notice", texts.of("ledger.proposals.proposed"));
        return "redirect:/books/proposals/" + id[0];
    }

    private String page(Model model) {
        model.addAttribute("proposals", proposals.latest());
        return "ledger/chart";
    }

    @Configuration(proxyBeanMethods = false)
    static class ChartPlace {
        @Bean
        NavigationPlace chartPlace() {
            return new NavigationPlace(87, "ledger.chart.title", "/books/chart", Set.of(Role.ADMINISTRATOR), null);
        }
    }
}
