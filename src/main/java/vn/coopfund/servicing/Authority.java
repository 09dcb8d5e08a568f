package vn.coopfund.servicing;

import java.util.Set;
import javax.money.MonetaryAmount;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.products.LendingRegulation;
import vn.coopfund.products.LendingRegulations;

/** Who decides on restructurings and waivers: the director up to the limits of the regulation, the council above. */
@Component
class Authority {

    private final LendingRegulations regulations;
    private final BusinessDay businessDay;

    Authority(LendingRegulations regulations, BusinessDay businessDay) {
        this.regulations = regulations;
        this.businessDay = businessDay;
    }

    boolean isBeyondDirector(Loan loan, MonetaryAmount amount) {
        LendingRegulation today = regulations.on(businessDay.today());
        return amount.isGreaterThan(loan.secured() ? today.directorSecuredLimit() : today.directorUnsecuredLimit());
    }

    /** The council votes, its chair signs the minutes. */
    static Set<Role> deciders(Proposal proposal) {
        return Set.of(proposal.council() ? Role.COUNCIL_CHAIR : Role.DIRECTOR);
    }
}
