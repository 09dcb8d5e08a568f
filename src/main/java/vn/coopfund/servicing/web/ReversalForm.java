package vn.coopfund.servicing.web;

import java.time.LocalDate;

/** What the page of a reversal, or of a release, asks for. */
class ReversalForm {

    private String why;
    private LocalDate returnedOn;

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }

    public LocalDate getReturnedOn() {
        return returnedOn;
    }

    public void setReturnedOn(LocalDate returnedOn) {
        this.returnedOn = returnedOn;
    }
}
