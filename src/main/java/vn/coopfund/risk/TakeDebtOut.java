package vn.coopfund.risk;

import java.time.LocalDate;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Posted;
import vn.coopfund.servicing.ChargeOffLoan;
import vn.coopfund.servicing.Loans;
import vn.coopfund.servicing.ProvisionUse;

/** What the council approved is carried out: the provisions are used, the loan's own first, and servicing takes the debt out. */
@Act
@Allowed(Role.COUNCIL_CHAIR)
public class TakeDebtOut {

    private final WriteOffs writeOffs;
    private final WriteOffUse uses;
    private final ProvisionBook book;
    private final Loans loans;
    private final ChargeOffLoan chargeOffLoan;
    private final BusinessDay businessDay;

    TakeDebtOut(WriteOffs writeOffs, WriteOffUse uses, ProvisionBook book, Loans loans, ChargeOffLoan chargeOffLoan,
            BusinessDay businessDay) {
        this.writeOffs = writeOffs;
        this.uses = uses;
        this.book = book;
        this.loans = loans;
        this.chargeOffLoan = chargeOffLoan;
        this.businessDay = businessDay;
    }

    public void takeOut(Subject loan) {
        WriteOffs.WriteOff one = writeOffs.approvedOn(loan);
        LocalDate today = businessDay.today();
        long principal = loans.file(one.loanId()).position().principalOutstanding();
        ProvisionUse use = uses.of(one.loanId(), principal);
        Posted entry = chargeOffLoan.chargeOff(loan, use, one.decision());
        writeOffs.used(one, principal, use, entry.entryId());
        book.move(ProvisionBook.Kind.SPECIFIC, ProvisionBook.Movement.USE, one.loanId(), use.specific(), today, entry);
        book.move(ProvisionBook.Kind.GENERAL, ProvisionBook.Movement.USE, one.loanId(), use.general(), today, entry);
    }
}
