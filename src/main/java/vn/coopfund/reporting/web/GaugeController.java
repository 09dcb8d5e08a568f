package vn.coopfund.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.reporting.Gauges;
import vn.coopfund.web.Export;
import vn.coopfund.web.Texts;

/** The four gauges of dissolution on screen and as files. */
@Controller
@Allowed({Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR,
    Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CONTROLLER})
class GaugeController {

    private static final List<String> HEADS = List.of("reporting.gauge.what", "reporting.gauge.year",
            "reporting.gauge.figure", "reporting.gauge.threshold", "reporting.gauge.state");

    private final Gauges gauges;
    private final BusinessDay businessDay;
    private final Texts texts;

    GaugeController(Gauges gauges, BusinessDay businessDay, Texts texts) {
        this.gauges = gauges;
        this.businessDay = businessDay;
        this.texts = texts;
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
        Export.of(file).download(response, "chi-tieu-dieu-46", HEADS.stream().map(texts::of).toList(),
                rows -> gauges.on(businessDay.today()).forEach(reading -> reading.years().forEach(year -> rows.add(
                        texts.of("reporting.gauge." + reading.gauge()), year.year(), year.figure(),
                        reading.threshold().threshold(), texts.of(year.beyond() ? "reporting.gauge.beyond" : "reporting.gauge.within")))));
    }
}
