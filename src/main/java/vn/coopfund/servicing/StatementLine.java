package vn.coopfund.servicing;

import java.time.LocalDate;
import vn.coopfund.schedule.Allocation;
import vn.coopfund.schedule.LoanMoment;

/**
 * A line of a loan's statement, in đồng. Each balance is the one before it, plus what is charged, less what was paid
 * of it: whoever has a pencil can follow.
 *
 * @param code      message key of what happened; {@code args} are written already
 * @param charged   interest that fell due or ran since the line before; below zero where it was forgiven
 * @param paid      where the borrower's money went
 * @param voucher   id of its voucher, or null
 */
public record StatementLine(LocalDate on, Kind kind, String code, Object[] args, String reference, long paidOut,
        long received, Charged charged, Allocation paid, Balances after, Long voucher) {

    /** What happened. */
    public enum Kind {
        TAKEN_ON, TRANCHE, DUE, RECEIPT, CREDIT_USED, REFUND, WAIVER, RESTRUCTURE, RECEIPT_REVERSED, TRANCHE_RETURNED, ACCRUED
    }

    /** By kind of interest. */
    public record Charged(long interest, long overdueInterest, long lateInterest) {

        static final Charged NOTHING = new Charged(0, 0, 0);

        public long total() {
            return interest + overdueInterest + lateInterest;
        }
    }

    /** What is owed, and what is kept for the borrower. */
    public record Balances(long principal, long interest, long overdueInterest, long lateInterest, long credit) {

        static final Balances NONE = new Balances(0, 0, 0, 0, 0);

        static Balances of(LoanMoment moment) {
            return new Balances(moment.principalOutstanding(), moment.interestDue(), moment.overdueInterest(),
                    moment.lateInterest(), moment.credit());
        }

        Balances plusPrincipal(long amount) {
            return new Balances(principal + amount, interest, overdueInterest, lateInterest, credit);
        }

        /** What must have been charged between, if so much was paid. */
        Charged chargedSince(Balances before, Allocation paid) {
            return new Charged(interest - before.interest + paid.interest(),
                    overdueInterest - before.overdueInterest + paid.overdueInterest(),
                    lateInterest - before.lateInterest + paid.lateInterest());
        }

        public long interestInAll() {
            return interest + overdueInterest + lateInterest;
        }
    }
}
