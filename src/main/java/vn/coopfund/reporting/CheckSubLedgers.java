package vn.coopfund.reporting;

import java.time.LocalDate;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/** Holds the loans' ledger against the books at the end of a day, records what came of it, and raises the alarm. */
@Act
@Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CONTROLLER})
public class CheckSubLedgers {

    private final SubLedgers subLedgers;
    private final SubLedgerChecks checks;
    private final BusinessDay businessDay;

    CheckSubLedgers(SubLedgers subLedgers, SubLedgerChecks checks, BusinessDay businessDay) {
        this.subLedgers = subLedgers;
        this.checks = checks;
        this.businessDay = businessDay;
    }

    /** @throws Refusal for a day to come */
    public SubLedgerChecks.Check check(LocalDate day) {
        LocalDate today = businessDay.today();
        new Refusal.Problems().addIf(day == null, "on", "reporting.refused.day-needed")
                .addIf(day != null && day.isAfter(today), "on", "reporting.refused.future", today).refuseIfAny();
        return checks.record(day, SubLedgerChecks.Cause.ON_DEMAND, subLedgers.compare(day));
    }
}
