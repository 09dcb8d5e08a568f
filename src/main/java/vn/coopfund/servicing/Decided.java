package vn.coopfund.servicing;

import vn.coopfund.access.HasSubject;
import vn.coopfund.access.Subject;

/**
 * A second person decided.
 *
 * @param result  id of what came of it, or null
 * @param voucher id of its voucher, or null
 * @param receipt what came of a receipt; null for other acts
 */
public record Decided(long id, long loanId, ProposalKind kind, Proposal.State state, Long result, Long voucher,
        RepaymentResult receipt) implements HasSubject {

    @Override
    public Subject subject() {
        return Subject.loan(loanId);
    }
}
