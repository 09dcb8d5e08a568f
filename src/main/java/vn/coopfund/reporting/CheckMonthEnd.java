package vn.coopfund.reporting;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.DayCloseStep;

/** At the close of a month's last day, after all is posted, holds the loans' ledger against the books. */
@Component
class CheckMonthEnd implements DayCloseStep {

    private final SubLedgerChecks checks;

    CheckMonthEnd(SubLedgerChecks checks) {
        this.checks = checks;
    }

    @Override
    public String name() {
        return "subLedgersDiffer";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public boolean mayWait(LocalDate day, LocalDate through) {
        return !DayCloseStep.isMonthEnd(day);
    }

    /** How many loans do not agree. */
    @Override
    public int run(LocalDate day) {
        return DayCloseStep.isMonthEnd(day) ? checks.recordMonthEnd(day).differing() : 0;
    }
}
