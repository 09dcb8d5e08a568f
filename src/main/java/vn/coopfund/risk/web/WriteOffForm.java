package vn.coopfund.risk.web;

import vn.coopfund.risk.WriteOffs;

/** What is written to ask for a write-off. */
class WriteOffForm {

    private String loan;
    private WriteOffs.Ground ground;
    private String paper;
    private String reason;

    public String getLoan() {
        return loan;
    }

    public void setLoan(String loan) {
        this.loan = loan;
    }

    public WriteOffs.Ground getGround() {
        return ground;
    }

    public void setGround(WriteOffs.Ground ground) {
        this.ground = ground;
    }

    public String getPaper() {
        return paper;
    }

    public void setPaper(String paper) {
        this.paper = paper;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
