package vn.coopfund.ledger;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.DayCloseStep;

/** At the close of a day, brings into the chain what is posted so far; last of all steps. */
@Component
class SealAtClose implements DayCloseStep {

    private final SealEntries entries;

    SealAtClose(SealEntries entries) {
        this.entries = entries;
    }

    @Override
    public String name() {
        return "sealed";
    }

    @Override
    public int order() {
        return 1000;
    }

    @Override
    public int run(LocalDate day) {
        return entries.sealAll();
    }

    /** Of many days only the last needs it. */
    @Override
    public boolean mayWait(LocalDate day, LocalDate through) {
        return day.isBefore(through);
    }
}
