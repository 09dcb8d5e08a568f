package vn.coopfund.risk.web;

/** Why the controller has a loan inspected. */
class SampleForm {

    private String why;

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }
}
