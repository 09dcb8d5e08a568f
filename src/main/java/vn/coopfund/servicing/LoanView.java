package vn.coopfund.servicing;

import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.access.HasSubject;
import vn.coopfund.access.Subject;

/** A loan as it is shown: what was signed and how far it came. */
public record LoanView(long id, long fundId, String number, long applicationId, String contractNumber,
        long borrowerId, String projectName, LocalDate signedOn, LoanState state, Conventions conventions,
        boolean secured, String security, LocalDate disbursedOn, LocalDate settledOn, LocalDate closedOn,
        LocalDate cancelledOn) implements HasSubject {

    @Override
    public Subject subject() {
        return Subject.loan(id);
    }

    public MonetaryAmount principal() {
        return conventions.principal();
    }
}
