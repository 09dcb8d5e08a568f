package vn.coopfund.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.reporting.CheckSubLedgers;
import vn.coopfund.reporting.SubLedgerChecks;
import vn.coopfund.reporting.SubLedgers;
import vn.coopfund.web.Refusal;

/** The loans' ledger against the books, for programs. */
@RestController
@RequestMapping("/api/v1/reporting/sub-ledger-check")
@Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER})
@Tag(name = "reporting")
class SubLedgerApi {

    private final SubLedgers subLedgers;
    private final CheckSubLedgers checkSubLedgers;
    private final BusinessDay businessDay;

    SubLedgerApi(SubLedgers subLedgers, CheckSubLedgers checkSubLedgers, BusinessDay businessDay) {
        this.subLedgers = subLedgers;
        this.checkSubLedgers = checkSubLedgers;
        this.businessDay = businessDay;
    }

    /** {@code agrees} when no loan differs; the sums are over all loans, đồng. */
    record Answer(LocalDate on, boolean agrees, int loans, long principalBooked, long principalOwed, long receivable, long noted,
            long unposted, long interestOwed, List<SubLedgers.Line> differing) {
    }

    @Operation(summary = "Holds the loans' ledger against the books at the end of a day (today without one); records nothing")
    @GetMapping
    Answer look(@RequestParam(required = false) LocalDate on) {
        LocalDate today = businessDay.today();
        LocalDate day = on == null ? today : on;
        if (day.isAfter(today)) {
            throw Refusal.invalid("on", "reporting.refused.future", today);
        }
        List<SubLedgers.Line> lines = subLedgers.compare(day);
        List<SubLedgers.Line> differing = lines.stream().filter(line -> !line.agrees()).toList();
        return new Answer(day, differing.isEmpty(), lines.size(),
                lines.stream().mapToLong(SubLedgers.Line::principalBooked).sum(),
                lines.stream().mapToLong(SubLedgers.Line::principalOwed).sum(),
                lines.stream().mapToLong(SubLedgers.Line::receivable).sum(),
                lines.stream().mapToLong(SubLedgers.Line::noted).sum(),
                lines.stream().mapToLong(SubLedgers.Line::unposted).sum(),
                lines.stream().mapToLong(SubLedgers.Line::interestOwed).sum(), differing);
    }

    @Operation(summary = "The same, recorded; the chief accountant and the controllers are told where it does not agree")
    @PostMapping
    @Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CONTROLLER})
    SubLedgerChecks.Check check(@RequestParam(required = false) LocalDate on) {
        return checkSubLedgers.check(on == null ? businessDay.today() : on);
    }
}
