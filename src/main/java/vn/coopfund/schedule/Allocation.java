package vn.coopfund.schedule;

/**
 * Where money went, in đồng; the parts always sum to the payment.
 *
 * @param credit kept for the borrower; negative where earlier credit was used
 */
public record Allocation(long principal, long interest, long overdueInterest, long lateInterest, long credit) {

    static final Allocation NONE = new Allocation(0, 0, 0, 0, 0);

    /** The payment: 0 where credit alone was applied. */
    public long total() {
        return principal + interest + overdueInterest + lateInterest + credit;
    }

    Allocation plus(Allocation other) {
        return new Allocation(principal + other.principal, interest + other.interest,
                overdueInterest + other.overdueInterest, lateInterest + other.lateInterest, credit + other.credit);
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
