package vn.coopfund.origination;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.calendar.WorkingDays;
import vn.coopfund.products.LendingRegulations;

/** By when papers that are asked for must come: the days of the regulation, and where nobody works on the last, the next that is. */
@Component
class PapersDue {

    private final LendingRegulations regulations;
    private final WorkingDays workingDays;
    private final BusinessDay businessDay;

    PapersDue(LendingRegulations regulations, WorkingDays workingDays, BusinessDay businessDay) {
        this.regulations = regulations;
        this.workingDays = workingDays;
        this.businessDay = businessDay;
    }

    LocalDate askedToday() {
        return asked(businessDay.today());
    }

    LocalDate asked(LocalDate day) {
        LocalDate last = day.plusDays(regulations.on(day).supplementDays());
        return workingDays.after(last.minusDays(1), 1);
    }
}
