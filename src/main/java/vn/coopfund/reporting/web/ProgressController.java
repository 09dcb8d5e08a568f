package vn.coopfund.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.funding.Term;
import vn.coopfund.funding.Terms;
import vn.coopfund.money.Dong;
import vn.coopfund.reporting.CapitalLine;
import vn.coopfund.reporting.ProgressRegister;
import vn.coopfund.reporting.ProjectLine;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Export;
import vn.coopfund.web.PageOf;

/** How far the fund has come: two pictures, the figures under them, and the registers behind. */
@Controller
@RequestMapping("/progress")
@Allowed({Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR,
    Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER, Role.ALLIANCE_VIEWER})
class ProgressController {

    private final ProgressRegister register;
    private final ProgressCharts charts;
    private final Terms terms;
    private final Registers registers;

    ProgressController(ProgressRegister register, ProgressCharts charts, Terms terms, Registers registers) {
        this.register = register;
        this.charts = charts;
        this.terms = terms;
        this.registers = registers;
    }

    @GetMapping
    String progress(@RequestParam(required = false) String term, Locale locale, Integer page,
            Integer size, Model model) {
        Term shown = terms.named(term);
        model.addAttribute("progress", register.of(shown));
        model.addAttribute("booksSince", register.booksSince().orElse(null));
        model.addAttribute("terms", terms.all().stream().map(each -> new Choice(each.name(), each.name())).toList());
        model.addAttribute("projectsChart", charts.projects(shown));
        model.addAttribute("capitalChart", charts.capital(shown));
        List<ProjectLine> projects = register.projects(shown);
        model.addAttribute("projects", PageOf.of(projects, PageOf.Wish.ofPage(page, size)));
        model.addAttribute("projectsAmount", projects.stream().mapToLong(line -> Dong.longOf(line.amount())).sum());
        model.addAttribute("capital", register.capital(locale));
        model.addAttribute("mayOpenLoans", Actors.current().isStaff());
        return "reporting/progress";
    }

    @GetMapping("/projects.{file:csv|xlsx}")
    void projects(@PathVariable String file, @RequestParam(required = false) String term, Locale locale,
            HttpServletResponse response) {
        List<ProjectLine> lines = register.projects(terms.named(term));
        Export.of(file).download(response, "projects", registers.heads(Registers.PROJECTS, locale),
                rows -> lines.forEach(line -> rows.add(Registers.cells(line))));
    }

    @GetMapping("/capital.{file:csv|xlsx}")
    void capital(@PathVariable String file, Locale locale, HttpServletResponse response) {
        List<CapitalLine> lines = register.capital(locale);
        Export.of(file).download(response, "capital", registers.heads(Registers.CAPITAL, locale),
                rows -> lines.forEach(line -> rows.add(Registers.cells(line))));
    }
}
