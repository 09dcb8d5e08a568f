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
        int sealed = 0;
        int now;
        do {
            now = entries.seal();
            sealed += now;
        } while (now == SealEntries.AT_A_TIME);
        return sealed;
    }

    /** Of many days only the last needs it. */
    @Override
    public boolean mayWait(LocalDate day, LocalDate through) {
        return day.isBefore(through);
    }
}
