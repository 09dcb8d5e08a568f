package vn.coopfund.servicing;

import java.util.Set;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** How an act is done once the second person lets it; one for each {@link ProposalKind}. */
interface WaitingAct {

    /**
     * What came of it.
     *
     * @param id      of the row that now says it happened; null where there is none
     * @param voucher id of its voucher, or null
     * @param receipt what came of a receipt; null for other acts
     */
    record Done(Long id, Long voucher, RepaymentResult receipt) {

        static Done of(long id) {
            return new Done(id, null, null);
        }
    }

    ProposalKind kind();

    /** Who may decide on it. */
    default Set<Role> deciders(Proposal proposal) {
        return Set.of(Role.CHIEF_ACCOUNTANT);
    }

    /**
     * Checks it as of today: what happened since it was proposed may have left it without ground.
     *
     * @throws Refusal saying why it can be done no more
     */
    void recheck(Loan loan, Proposal proposal);

    /**
     * Does it, checked again as of today.
     *
     * @param loan      locked; null for a loan that is only taken on by it
     * @param checkedBy the second person; null while it is only rehearsed
     */
    Done perform(Loan loan, Proposal proposal, Long checkedBy);
}
