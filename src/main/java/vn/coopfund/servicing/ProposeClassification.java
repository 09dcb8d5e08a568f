package vn.coopfund.servicing;

import java.time.LocalDate;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/**
 * Proposes the classification of all debts as at the last month end, where the close of that day has not done so. The
 * rule for microfinance institutions asks for it within the first seven days of a month.
 */
@Act
@Allowed(Role.ACCOUNTANT)
public class ProposeClassification {

    private final Classifications classifications;
    private final BusinessDay businessDay;

    ProposeClassification(Classifications classifications, BusinessDay businessDay) {
        this.classifications = classifications;
        this.businessDay = businessDay;
    }

    /** Answers how many loans came into it. */
    public int propose(LocalDate asOf) {
        LocalDate last = MonthEnd.before(businessDay.today());
        if (!last.equals(asOf)) {
            throw Refusal.invalid("asOf", "servicing.refused.not-last-month-end", last);
        }
        return classifications.propose(asOf);
    }
}
