package vn.coopfund.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.reporting.Gauges;
import vn.coopfund.reporting.LimitUse;
import vn.coopfund.reporting.LimitsInUse;
import vn.coopfund.web.Export;
import vn.coopfund.web.Texts;

/** What the fund must not overstep: the limits in use, and the gauges of dissolution. */
@Controller
@Allowed({Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR,
    Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CONTROLLER})
class WatchController {

    private static final List<String> LIMIT_HEADS = List.of("reporting.limits.kind", "reporting.limits.who",
            "reporting.limits.reserved", "reporting.limits.outstanding", "reporting.limits.in-use", "reporting.limits.limit",
            "reporting.limits.left", "reporting.limits.percent");
    private static final List<String> GAUGE_HEADS = List.of("reporting.gauge.what", "reporting.gauge.year",
            "reporting.gauge.figure", "reporting.gauge.threshold", "reporting.gauge.state");

    private final LimitsInUse limits;
    private final Gauges gauges;
    private final BusinessDay businessDay;
    private final Texts texts;

    WatchController(LimitsInUse limits, Gauges gauges, BusinessDay businessDay, Texts texts) {
        this.limits = limits;
        this.gauges = gauges;
        this.businessDay = businessDay;
        this.texts = texts;
    }

    @GetMapping("/limits")
    String limits(Model model) {
        model.addAttribute("today", limits.today());
        return "reporting/limits";
    }

    @GetMapping("/limits.{file:csv|xlsx}")
    void limits(@PathVariable String file, HttpServletResponse response) {
        LimitsInUse.Today today = limits.today();
        Export.of(file).download(response, "gioi-han-cho-vay", LIMIT_HEADS.stream().map(texts::of).toList(), rows -> {
            today.customers().forEach(use -> add(rows, "reporting.limits.customer", use));
            today.groups().forEach(use -> add(rows, "reporting.limits.group", use));
        });
    }

    private void add(Export.Rows rows, String kind, LimitUse use) {
        rows.add(texts.of(kind), use.members().stream().map(LimitUse.Member::name).collect(Collectors.joining("; ")),
                use.reserved(), use.outstanding(), use.inUse(), use.limit(), use.left(), use.percent());
    }

    @GetMapping("/gauges")
    String gauges(Model model) {
        model.addAttribute("readings", gauges.on(businessDay.today()));
        model.addAttribute("today", businessDay.today());
        model.addAttribute("readsBooks", Actors.current().isAny(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER));
        return "reporting/gauges";
    }

    @GetMapping("/gauges.{file:csv|xlsx}")
    void gauges(@PathVariable String file, HttpServletResponse response) {
        Export.of(file).download(response, "chi-tieu-dieu-46", GAUGE_HEADS.stream().map(texts::of).toList(),
                rows -> gauges.on(businessDay.today()).forEach(reading -> reading.years().forEach(year -> rows.add(
                        texts.of("reporting.gauge." + reading.gauge()), year.year(), year.figure(),
                        reading.threshold().threshold(), texts.of(year.beyond() ? "reporting.gauge.beyond" : "reporting.gauge.within")))));
    }
}
