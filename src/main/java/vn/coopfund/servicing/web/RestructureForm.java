package vn.coopfund.servicing.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.servicing.RestructureRequest;
import vn.coopfund.servicing.RestructureTerms;

/** What the page of a restructuring asks for; a row left empty is none. */
class RestructureForm {

    /** Rows that can be added on the page by hand. */
    private static final int SPARE = 6;

    private RestructureTerms.Kind kind = RestructureTerms.Kind.ADJUST;
    private LocalDate newEnd;
    private LocalDate arrearsDueOn;
    private String why;
    private List<Row> rows = new ArrayList<>();

    /** Principal due on a day. */
    static class Row {
        private LocalDate dueOn;
        private MonetaryAmount amount;

        public LocalDate getDueOn() {
            return dueOn;
        }

        public void setDueOn(LocalDate dueOn) {
            this.dueOn = dueOn;
        }

        public MonetaryAmount getAmount() {
            return amount;
        }

        public void setAmount(MonetaryAmount amount) {
            this.amount = amount;
        }
    }

    void fill(List<PrincipalDue> planned) {
        rows = new ArrayList<>();
        planned.forEach(due -> {
            Row row = new Row();
            row.dueOn = due.dueOn();
            row.amount = Dong.of(due.amount());
            rows.add(row);
        });
        more();
    }

    /** With what was kept for the request, or with its wish. */
    void begin(RestructureRequest request) {
        RestructureTerms kept = request.terms();
        kind = kept == null ? request.kind() : kept.kind();
        newEnd = request.newEnd();
        if (kept != null && !kept.rows().isEmpty()) {
            newEnd = kept.rows().get(kept.rows().size() - 1).dueOn();
            arrearsDueOn = kept.arrearsDueOn();
            fill(kept.rows());
        }
    }

    void more() {
        for (int spare = 0; spare < SPARE; spare++) {
            rows.add(new Row());
        }
    }

    RestructureTerms terms() {
        return new RestructureTerms(kind, rows.stream().filter(row -> row.dueOn != null || row.amount != null)
                .map(row -> new PrincipalDue(row.dueOn, row.amount == null ? 0 : Dong.longOf(row.amount))).toList(),
                arrearsDueOn);
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

    public LocalDate getArrearsDueOn() {
        return arrearsDueOn;
    }

    public void setArrearsDueOn(LocalDate arrearsDueOn) {
        this.arrearsDueOn = arrearsDueOn;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }

    public List<Row> getRows() {
        return rows;
    }

    public void setRows(List<Row> rows) {
        this.rows = rows;
    }
}
