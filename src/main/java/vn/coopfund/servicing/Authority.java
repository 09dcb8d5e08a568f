package vn.coopfund.servicing;

import java.util.Map;
import java.util.Set;
import javax.money.MonetaryAmount;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.collateral.Backing;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.money.Dong;
import vn.coopfund.products.LendingRegulation;
import vn.coopfund.products.LendingRegulations;

/**
 * Who decides on a running loan: the director up to the limits of the regulation, the council above. The loan is secured as far
 * as what its collateral counts for covers the amount.
 */
@Component
public class Authority {

    private final Backing backing;
    private final Borrowers borrowers;
    private final LendingRegulations regulations;
    private final BusinessDay businessDay;

    Authority(Backing backing, Borrowers borrowers, LendingRegulations regulations, BusinessDay businessDay) {
        this.backing = backing;
        this.borrowers = borrowers;
        this.regulations = regulations;
        this.businessDay = businessDay;
    }

    boolean isBeyondDirector(Loan loan, MonetaryAmount amount) {
        return isBeyondDirector(loan.id(), amount);
    }

    @Transactional(readOnly = true)
    public boolean isBeyondDirector(long loan, MonetaryAmount amount) {
        return amount.isGreaterThan(today().directorLimit(isSecured(loan, amount)));
    }

    private boolean isSecured(long loan, MonetaryAmount amount) {
        return today().isSecuredBy(Dong.of(backing.ofLoan(loan)), amount);
    }

    /** What the table of authority reads of a loan and an amount, by the names of its inputs; amounts in đồng. */
    @Transactional(readOnly = true)
    public Map<String, Object> inputs(LoanView loan, MonetaryAmount amount) {
        return Map.of("amount", Dong.longOf(amount), "secured", isSecured(loan.id(), amount),
                "borrowerKind", borrowers.byId(loan.borrowerId()).kind().name(),
                "securedLimit", Dong.longOf(today().directorSecuredLimit()),
                "unsecuredLimit", Dong.longOf(today().directorUnsecuredLimit()));
    }

    private LendingRegulation today() {
        return regulations.on(businessDay.today());
    }

    /** The council votes, its chair signs the minutes. */
    static Set<Role> deciders(Proposal proposal) {
        return Set.of(proposal.council() ? Role.COUNCIL_CHAIR : Role.DIRECTOR);
    }
}
