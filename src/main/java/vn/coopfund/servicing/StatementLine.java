package vn.coopfund.servicing;

import java.time.LocalDate;
import vn.coopfund.schedule.Allocation;
import vn.coopfund.schedule.LoanMoment;

/**
 * A line of a loan's statement, in đồng. Whoever has a pencil can follow: each balance is the one before it, plus what
 * is charged, less what was paid of it, and every charge is one balance at one rate for a part of a
 * year as the contract counts it. The opening line
 * of a loan from old books carries balances alone.
 *
 * @param code      message key of what happened; {@code args} are written already
 * @param paidOut   what was lent
 * @param received  what the borrower paid, below zero where credit was paid back: the sum of {@code paid}
 * @param charged   interest that ran since the line before; below zero where it was forgiven
 * @param paid      where the borrower's money went
 * @param voucher   id of its voucher, or null
 */
public record StatementLine(LocalDate on, LocalDate bookedOn, Kind kind, String code, Object[] args, String reference,
        long paidOut, long received, Charged charged, Allocation paid, Balances after, Long voucher) {

    /** What happened. */
    public enum Kind {
        TAKEN_ON, DISBURSEMENT, INTEREST, OVERDUE_INTEREST, LATE_INTEREST, DUE, RECEIPT, CREDIT_USED, REFUND, WAIVER, RESTRUCTURE, ACCELERATION,
        CHARGED_OFF, WRITTEN_OFF, RECEIPT_REVERSED, DISBURSEMENT_RETURNED
    }

    /** What was paid of interest of every kind. */
    public long toInterest() {
        return paid.interest() + paid.overdueInterest() + paid.lateInterest();
    }

    StatementLine withBalances(Balances balances) {
        return new StatementLine(on, bookedOn, kind, code, args, reference, paidOut, received, charged, paid, balances, voucher);
    }

    /** By kind of interest. */
    public record Charged(long interest, long overdueInterest, long lateInterest) {

        static final Charged NOTHING = new Charged(0, 0, 0);

        public long total() {
            return interest + overdueInterest + lateInterest;
        }
    }

    /**
     * What is owed, and what is kept for the borrower.
     *
     * @param interest in-term interest due and unpaid
     * @param accrued  in-term interest that ran and is not yet due
     */
    public record Balances(long principal, long interest, long accrued, long overdueInterest, long lateInterest, long credit) {

        static final Balances NONE = new Balances(0, 0, 0, 0, 0, 0);

        static Balances of(LoanMoment.Owed owed) {
            return new Balances(owed.principal(), owed.interestDue(), owed.interestAccrued(), owed.overdueInterest(),
                    owed.lateInterest(), owed.credit());
        }

        Balances plus(long lent, long ran, long overdueRan, long lateRan) {
            return new Balances(principal + lent, interest, accrued + ran, overdueInterest + overdueRan, lateInterest + lateRan,
                    credit);
        }

        /** What must have been charged between, if so much was paid. */
        Charged chargedSince(Balances before, Allocation paid) {
            return new Charged(interest + accrued - before.interest - before.accrued + paid.interest(),
                    overdueInterest - before.overdueInterest + paid.overdueInterest(),
                    lateInterest - before.lateInterest + paid.lateInterest());
        }

        public long interestInAll() {
            return interest + accrued + overdueInterest + lateInterest;
        }
    }
}
