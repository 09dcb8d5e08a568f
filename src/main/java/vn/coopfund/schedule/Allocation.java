package vn.coopfund.schedule;

/**
 * Where money went, in đồng; the parts always sum to the payment.
 *
 * @param credit kept for the borrower; negative where earlier credit was used
 */
public record Allocation(long principal, long interest, long overdueInterest, long lateInterest, long credit) {

    /** The payment: 0 where credit alone was applied. */
    public long total() {
        return principal + interest + overdueInterest + lateInterest + credit;
    }

    /** This plus so much more credit, or less. */
    Allocation withCredit(long more) {
        return new Allocation(principal, interest, overdueInterest, lateInterest, credit + more);
    }

    /** This with so much of its credit turned into principal. */
    Allocation creditToPrincipal(long amount) {
        return new Allocation(principal + amount, interest, overdueInterest, lateInterest, credit - amount);
    }
}
