package vn.coopfund.risk;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Subject;
import vn.coopfund.money.Dong;
import vn.coopfund.servicing.Authority;
import vn.coopfund.servicing.Loans;

/** Who decides on a recall: the director up to the limits of the regulation, by the principal owed; the council above. */
@Component
public class RecallAuthority {

    private final Loans loans;
    private final Authority authority;

    RecallAuthority(Loans loans, Authority authority) {
        this.loans = loans;
        this.authority = authority;
    }

    /** The principal owed, đồng. */
    @Transactional(readOnly = true)
    public long amount(Subject loan) {
        return loans.file(loan.id()).position().principalOutstanding();
    }

    /** What the table of authority reads. */
    @Transactional(readOnly = true)
    public Map<String, Object> inputs(Subject loan) {
        return authority.inputs(loans.file(loan.id()).loan(), Dong.of(amount(loan)));
    }

    @Transactional(readOnly = true)
    boolean isBeyondDirector(Subject loan) {
        return authority.isBeyondDirector(loan.id(), Dong.of(amount(loan)));
    }
}
