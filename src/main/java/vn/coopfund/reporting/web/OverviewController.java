package vn.coopfund.reporting.web;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.funding.Terms;
import vn.coopfund.reporting.OverviewFigures;
import vn.coopfund.reporting.ProgressRegister;
import vn.coopfund.web.Chart;
import vn.coopfund.web.Texts;
import vn.coopfund.web.Waiting;

/** One picture of the fund for those who answer for it. */
@Controller
@Allowed({Role.DIRECTOR, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR, Role.CONTROLLER, Role.ALLIANCE_VIEWER})
class OverviewController {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

    private final OverviewFigures figures;
    private final ProgressRegister progress;
    private final Terms terms;
    private final BusinessDay businessDay;
    private final Texts texts;
    private final Waiting work;

    OverviewController(OverviewFigures figures, ProgressRegister progress, Terms terms, BusinessDay businessDay,
            Texts texts, Waiting work) {
        this.figures = figures;
        this.progress = progress;
        this.terms = terms;
        this.businessDay = businessDay;
        this.texts = texts;
        this.work = work;
    }

    @GetMapping("/overview")
    String overview(Model model) {
        model.addAttribute("today", businessDay.today());
        model.addAttribute("portfolio", figures.portfolio());
        model.addAttribute("waiting", figures.waiting());
        model.addAttribute("work", work.lines());
        model.addAttribute("progress", progress.of(terms.named(null)));
        model.addAttribute("groups", groups());
        model.addAttribute("receipts", receipts());
        return "reporting/overview";
    }

    private Chart groups() {
        Map<Integer, Long> groups = figures.byGroup();
        return Chart.bars(groups.keySet().stream().map(group -> texts.of("servicing.group." + group)).toList()).amounts()
                .series(texts.of("reporting.overview.outstanding"), groups.values().stream().toList());
    }

    private Chart receipts() {
        Map<YearMonth, Long> months = figures.receiptsByMonth();
        return Chart.bars(months.keySet().stream().map(MONTH::format).toList()).amounts()
                .series(texts.of("reporting.overview.received"), months.values().stream().toList());
    }
}
