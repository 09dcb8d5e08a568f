package vn.coopfund.risk;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.Dong;
import vn.coopfund.products.LendingRegulations;
import vn.coopfund.servicing.Loans;

/** Who decides on a recall: the director up to the limits of the regulation, by the principal owed; the council above. */
@Component
public class RecallAuthority {

    private final Loans loans;
    private final LendingRegulations regulations;
    private final BusinessDay businessDay;

    RecallAuthority(Loans loans, LendingRegulations regulations, BusinessDay businessDay) {
        this.loans = loans;
        this.regulations = regulations;
        this.businessDay = businessDay;
    }

    /** The principal owed, đồng. */
    @Transactional(readOnly = true)
    public long amount(Subject loan) {
        return loans.file(loan.id()).position().principalOutstanding();
    }

    /** Up to which amount the director decides on this loan by the regulation of the day, đồng. */
    @Transactional(readOnly = true)
    public long directorLimit(Subject loan) {
        return Dong.longOf(regulations.on(businessDay.today()).directorLimit(loans.file(loan.id()).loan().secured()));
    }

    boolean isBeyondDirector(Subject loan) {
        return amount(loan) > directorLimit(loan);
    }
}
