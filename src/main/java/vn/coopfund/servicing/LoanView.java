package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import javax.money.MonetaryAmount;
import vn.coopfund.access.HasSubject;
import vn.coopfund.access.Subject;

/** A loan as it is shown: what was signed and how far it came. */
public record LoanView(long id, long fundId, String number, Long applicationId, String contractNumber,
        long borrowerId, String projectName, LocalDate signedOn, LoanState state, Conventions conventions,
        List<PlannedTranche> tranches, boolean secured, String security, LocalDate disbursedOn, LocalDate settledOn,
        LocalDate closedOn, LocalDate cancelledOn, MonetaryAmount drawn, MonetaryAmount released,
        int restructureCount) implements HasSubject {

    @Override
    public Subject subject() {
        return Subject.loan(id);
    }

    public MonetaryAmount principal() {
        return conventions.principal();
    }

    /** What can still be drawn. */
    public MonetaryAmount undrawn() {
        return principal().subtract(drawn).subtract(released);
    }
}
