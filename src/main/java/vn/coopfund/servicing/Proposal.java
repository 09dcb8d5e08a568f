package vn.coopfund.servicing;

import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.EarlyRepayment;

/**
 * An act that waits, or waited, for a second person.
 *
 * @param loanId     null for a loan that is only taken on by it
 * @param targetId   what a reversal takes back; null otherwise
 * @param amount     đồng; null where the act moves none
 * @param why        in the words of who proposed; null for a receipt of former times
 * @param details    the act's own, as JSON
 * @param council    whether it is beyond the director's authority
 * @param reason     of who did not accept it
 * @param bankAccount on which a receipt came; null is the usual one
 */
public record Proposal(long id, Long loanId, String loanNumber, ProposalKind kind, Long targetId, Long amount,
        LocalDate valueDate, Channel channel, String reference, EarlyRepayment early, String why, String details,
        boolean council, State state, long proposedBy, String proposedByName, LocalDate proposedOn,
        String decidedByName, LocalDate decidedOn, String reason, Long bankAccount) {

    /** How it stands. */
    public enum State {
        PENDING, CONFIRMED, REJECTED,
        /** Something happened to the loan that leaves nothing to decide. */
        LAPSED,
        /** By who had proposed it. */
        WITHDRAWN;

        /** Message key of its name. */
        public String key() {
            return "servicing.proposal.state." + name();
        }
    }

    public boolean isPending() {
        return state == State.PENDING;
    }

    /** What it is about, as an amount to show; null where it moves none. */
    public MonetaryAmount money() {
        return amount == null ? null : Dong.of(amount);
    }

    Receipt receipt() {
        return new Receipt(money(), valueDate, channel, reference, early, bankAccount);
    }
}
