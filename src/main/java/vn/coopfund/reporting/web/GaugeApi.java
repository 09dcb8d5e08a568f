package vn.coopfund.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.funding.GaugeThresholds.Gauge;
import vn.coopfund.reporting.GaugeReading;
import vn.coopfund.reporting.Gauges;
import vn.coopfund.web.Export;
import vn.coopfund.web.Refusal;

/** The four gauges of dissolution for programs. */
@RestController
@RequestMapping("/api/v1/reporting/gauges")
@Allowed({Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR,
    Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CONTROLLER})
@Tag(name = "reporting")
class GaugeApi {

    private static final List<String> COLUMNS = List.of("gauge", "year", "figure", "threshold", "beyond");

    private final Gauges gauges;
    private final BusinessDay businessDay;

    GaugeApi(Gauges gauges, BusinessDay businessDay) {
        this.gauges = gauges;
        this.businessDay = businessDay;
    }

    /** {@code figure} and {@code threshold} are đồng for CHARTER_CAPITAL, else percent; {@code running} is in years. */
    record Item(Gauge gauge, LocalDate on, String figure, String threshold, int yearsAllowed, boolean beyond, int running,
            List<Year> years) {
    }

    /** The figure at a year's end; of the year that runs, on the day. */
    record Year(int year, String figure, boolean beyond) {
    }

    @Operation(summary = "The gauges of Decree 45/2021 art. 46 at the end of a day (today without one) and of the four years before")
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Export.CSV_TYPE, Export.XLSX_TYPE})
    List<Item> gauges(@RequestParam(required = false) LocalDate on, HttpServletRequest request, HttpServletResponse response) {
        LocalDate today = businessDay.today();
        if (on != null && on.isAfter(today)) {
            throw Refusal.invalid("on", "reporting.refused.future", today);
        }
        List<GaugeReading> readings = gauges.on(on == null ? today : on);
        Optional<Export> file = Export.wanted(request);
        if (file.isPresent()) {
            file.get().answer(response, "gauges", COLUMNS, rows -> readings.forEach(reading -> reading.years().forEach(year ->
                    rows.add(reading.gauge().name(), year.year(), year.figure(), reading.threshold().threshold(), year.beyond()))));
            return null;
        }
        return readings.stream().map(GaugeApi::item).toList();
    }

    private static Item item(GaugeReading reading) {
        return new Item(reading.gauge(), reading.on(), plain(reading.figure()), plain(reading.threshold().threshold()),
                reading.threshold().years(), reading.beyond(), reading.running(), reading.years().stream()
                        .map(year -> new Year(year.year(), plain(year.figure()), year.beyond())).toList());
    }

    private static String plain(BigDecimal figure) {
        return figure.stripTrailingZeros().toPlainString();
    }
}
