package vn.coopfund.servicing;

/**
 * Interest to be forgiven, part by part, đồng; null is nothing.
 *
 * @param unableToPay because the customer cannot pay: a criterion of debt group 3
 */
public record WaiverTerms(Long interest, Long overdueInterest, Long lateInterest, boolean unableToPay) {

    public WaiverTerms {
        interest = interest == null ? Long.valueOf(0) : interest;
        overdueInterest = overdueInterest == null ? Long.valueOf(0) : overdueInterest;
        lateInterest = lateInterest == null ? Long.valueOf(0) : lateInterest;
    }

    long total() {
        return Math.addExact(Math.addExact(interest, overdueInterest), lateInterest);
    }
}
