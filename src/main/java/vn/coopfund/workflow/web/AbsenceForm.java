package vn.coopfund.workflow.web;

import java.time.LocalDate;
import vn.coopfund.workflow.ArrangeStandIn;

/** Who is away from when to when, and who stands in. */
public class AbsenceForm {

    private Long absent;
    private Long standIn;
    private LocalDate from;
    private LocalDate to;
    private String reason;

    ArrangeStandIn.Wish toWish() {
        return new ArrangeStandIn.Wish(absent, standIn, from, to, reason);
    }

    public Long getAbsent() {
        return absent;
    }

    public void setAbsent(Long absent) {
        this.absent = absent;
    }

    public Long getStandIn() {
        return standIn;
    }

    public void setStandIn(Long standIn) {
        this.standIn = standIn;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
