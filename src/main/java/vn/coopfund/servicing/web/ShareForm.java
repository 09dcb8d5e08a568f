package vn.coopfund.servicing.web;

import javax.money.MonetaryAmount;
import vn.coopfund.web.Refusal;

/** Which item secures a loan too and how, or why its money may leave before the registration. */
public class ShareForm {

    private Long item;
    private Integer rank;
    private MonetaryAmount most;
    private String reason;

    long needItem() {
        if (item == null) {
            throw Refusal.invalid("item", "servicing.refused.required");
        }
        return item;
    }

    public Long getItem() {
        return item;
    }

    public void setItem(Long item) {
        this.item = item;
    }

    public Integer getRank() {
        return rank;
    }

    public void setRank(Integer rank) {
        this.rank = rank;
    }

    public MonetaryAmount getMost() {
        return most;
    }

    public void setMost(MonetaryAmount most) {
        this.most = most;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
