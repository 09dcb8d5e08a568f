package vn.coopfund.servicing;

import vn.coopfund.access.HasSubject;
import vn.coopfund.access.Subject;
import vn.coopfund.schedule.Allocation;

/**
 * What came of a receipt.
 *
 * @param id        of the repayment; of the proposal while it waits
 * @param allocated where the money went, đồng; null while it waits for a second person
 * @param voucher   id of its voucher, or null
 */
public record RepaymentResult(long id, long loanId, State state, Allocation allocated, Long voucher)
        implements HasSubject {

    public enum State { POSTED, PENDING }

    @Override
    public Subject subject() {
        return Subject.loan(loanId);
    }
}
