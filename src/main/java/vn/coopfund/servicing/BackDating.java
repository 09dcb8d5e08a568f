package vn.coopfund.servicing;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Periods;
import vn.coopfund.products.LendingRegulations;

/** How far back one person alone may date what happened with money (domain: back-dating waits for a second person). */
@Component
class BackDating {

    private final BusinessDay businessDay;
    private final LendingRegulations regulations;
    private final Periods periods;

    BackDating(BusinessDay businessDay, LendingRegulations regulations, Periods periods) {
        this.businessDay = businessDay;
        this.regulations = regulations;
        this.periods = periods;
    }

    /** Learned of too late, or belonging to a closed month: not for one person alone. */
    boolean needsSecondPerson(LocalDate valueDate) {
        return valueDate.isBefore(businessDay.today())
                && (valueDate.plusDays(daysAlone()).isBefore(businessDay.today()) || periods.isClosed(valueDate));
    }

    int daysAlone() {
        return regulations.on(businessDay.today()).daysAlone();
    }
}
