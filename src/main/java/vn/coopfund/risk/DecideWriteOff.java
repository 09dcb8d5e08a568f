package vn.coopfund.risk;

import java.time.LocalDate;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Posted;
import vn.coopfund.servicing.ChargeOffLoan;
import vn.coopfund.servicing.Loans;
import vn.coopfund.servicing.ProvisionUse;
import vn.coopfund.servicing.WriteOffLoan;
import vn.coopfund.web.Refusal;

/**
 * The chair signs what the risk council voted on a write-off; without a vote only that its ground is gone. Once it is
 * approved the provisions are used, the loan's own first, and servicing takes the debt out.
 */
@Act
@Allowed(Role.COUNCIL_CHAIR)
public class DecideWriteOff {

    private final WriteOffs writeOffs;
    private final ProvisionBook book;
    private final Loans loans;
    private final ChargeOffLoan chargeOffLoan;
    private final WriteOffLoan writeOffLoan;
    private final WriteOffBallot ballot;
    private final WriteOffGrounds grounds;
    private final BusinessDay businessDay;

    DecideWriteOff(WriteOffs writeOffs, ProvisionBook book, Loans loans, ChargeOffLoan chargeOffLoan,
            WriteOffLoan writeOffLoan, WriteOffBallot ballot, WriteOffGrounds grounds, BusinessDay businessDay) {
        this.writeOffs = writeOffs;
        this.book = book;
        this.loans = loans;
        this.chargeOffLoan = chargeOffLoan;
        this.writeOffLoan = writeOffLoan;
        this.ballot = ballot;
        this.grounds = grounds;
        this.businessDay = businessDay;
    }

    /** @param decision number and date of the council's decision, or the reason of a refusal */
    public WriteOffs.WriteOff decide(long id, boolean approved, String decision) {
        if (decision == null || decision.isBlank()) {
            throw Refusal.invalid("decision", "risk.refused.required");
        }
        WriteOffs.WriteOff one = writeOffs.lockPending(id);
        if (one.proposedBy() == Actors.current().id()) {
            throw Refusal.forbidden("risk.refused.own-proposal");
        }
        if (!ballot.mayClose(Actors.current(), one, approved)) {
            throw Refusal.conflict(approved ? "risk.refused.not-approved" : "risk.refused.not-refused");
        }
        if (approved) {
            grounds.refuseGone(one.subject(), one.kind(), one.ground());
        }
        writeOffs.decide(one, approved ? WriteOffs.State.APPROVED : WriteOffs.State.REFUSED, decision.strip(),
                businessDay.today());
        if (approved) {
            carryOut(one, decision.strip());
        }
        return writeOffs.get(id);
    }

    private void carryOut(WriteOffs.WriteOff one, String decision) {
        if (one.kind() == WriteOffs.Kind.FINAL) {
            writeOffLoan.writeOff(one.subject(), decision);
            return;
        }
        LocalDate today = businessDay.today();
        long principal = loans.file(one.loanId()).position().principalOutstanding();
        ProvisionUse use = use(one, principal, today);
        Posted entry = chargeOffLoan.chargeOff(one.subject(), use, decision);
        writeOffs.used(one, principal, use, entry.entryId());
        book.move(ProvisionBook.Kind.SPECIFIC, ProvisionBook.Movement.USE, one.loanId(), use.specific(), today, entry);
        book.move(ProvisionBook.Kind.GENERAL, ProvisionBook.Movement.USE, one.loanId(), use.general(), today, entry);
    }

    private ProvisionUse use(WriteOffs.WriteOff one, long principal, LocalDate today) {
        long specific = Math.min(principal, Math.max(0, book.specificOf(one.loanId())));
        return new ProvisionUse(specific, Math.min(principal - specific, Math.max(0, book.general(today))));
    }
}
