package vn.coopfund.servicing.web;

import javax.money.MonetaryAmount;

/** What the page of a waiver asks for. */
class WaiverForm {

    private MonetaryAmount interest;
    private MonetaryAmount overdueInterest;
    private MonetaryAmount lateInterest;
    private boolean unableToPay;
    private String why;

    public MonetaryAmount getInterest() {
        return interest;
    }

    public void setInterest(MonetaryAmount interest) {
        this.interest = interest;
    }

    public MonetaryAmount getOverdueInterest() {
        return overdueInterest;
    }

    public void setOverdueInterest(MonetaryAmount overdueInterest) {
        this.overdueInterest = overdueInterest;
    }

    public MonetaryAmount getLateInterest() {
        return lateInterest;
    }

    public void setLateInterest(MonetaryAmount lateInterest) {
        this.lateInterest = lateInterest;
    }

    public boolean isUnableToPay() {
        return unableToPay;
    }

    public void setUnableToPay(boolean unableToPay) {
        this.unableToPay = unableToPay;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }
}
