package vn.coopfund.servicing.web;

import java.time.LocalDate;
import vn.coopfund.servicing.RestructureTerms;
import vn.coopfund.servicing.RestructureWish;

/** What the page of a request asks for. */
class RestructureRequestForm {

    private RestructureTerms.Kind kind;
    private LocalDate newEnd;
    private String reason;
    private String wish;

    RestructureWish read() {
        return new RestructureWish(kind, kind == RestructureTerms.Kind.EXTEND ? newEnd : null, reason, wish);
    }

    public RestructureTerms.Kind getKind() {
        return kind;
    }

    public void setKind(RestructureTerms.Kind kind) {
        this.kind = kind;
    }

    public LocalDate getNewEnd() {
        return newEnd;
    }

    public void setNewEnd(LocalDate newEnd) {
        this.newEnd = newEnd;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getWish() {
        return wish;
    }

    public void setWish(String wish) {
        this.wish = wish;
    }
}
