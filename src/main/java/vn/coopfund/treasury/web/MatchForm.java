package vn.coopfund.treasury.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.money.MonetaryAmount;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.treasury.Match;
import vn.coopfund.treasury.Part;
import vn.coopfund.web.Refusal;

/** What a line is matched with: one thing by a click, or parts that were typed. */
public class MatchForm {

    private static final int ROWS = 4;

    private Match.Kind kind;
    private Long target;
    private MonetaryAmount amount;
    private List<Row> rows = new ArrayList<>();

    /** @param loans finds a loan by the number that was typed */
    List<Part> parts(Function<String, Optional<Long>> loans) {
        if (kind != null) {
            return List.of(new Part(kind, target, amount, null));
        }
        List<Part> parts = new ArrayList<>();
        rows.stream().filter(row -> !row.isBlank()).forEach(row -> parts.add(row.part(loans)));
        return parts;
    }

    public Match.Kind getKind() {
        return kind;
    }

    public void setKind(Match.Kind kind) {
        this.kind = kind;
    }

    public Long getTarget() {
        return target;
    }

    public void setTarget(Long target) {
        this.target = target;
    }

    public MonetaryAmount getAmount() {
        return amount;
    }

    public void setAmount(MonetaryAmount amount) {
        this.amount = amount;
    }

    public List<Row> getRows() {
        while (rows.size() < ROWS) {
            rows.add(new Row());
        }
        return rows;
    }

    public void setRows(List<Row> rows) {
        this.rows = rows;
    }

    /** One part: a loan or an entry, and an amount. */
    public static class Row {

        private String loan;
        private Long entry;
        private MonetaryAmount amount;
        private EarlyRepayment early;

        boolean isBlank() {
            return (loan == null || loan.isBlank()) && entry == null && amount == null;
        }

        Part part(Function<String, Optional<Long>> loans) {
            if (loan == null || loan.isBlank()) {
                return new Part(Match.Kind.ENTRY, entry, amount, null);
            }
            long found = loans.apply(loan.strip())
                    .orElseThrow(() -> Refusal.invalid("loan", "treasury.refused.loan", loan.strip()));
            return new Part(Match.Kind.LOAN, found, amount, early);
        }

        public String getLoan() {
            return loan;
        }

        public void setLoan(String loan) {
            this.loan = loan;
        }

        public Long getEntry() {
            return entry;
        }

        public void setEntry(Long entry) {
            this.entry = entry;
        }

        public MonetaryAmount getAmount() {
            return amount;
        }

        public void setAmount(MonetaryAmount amount) {
            this.amount = amount;
        }

        public EarlyRepayment getEarly() {
            return early;
        }

        public void setEarly(EarlyRepayment early) {
            this.early = early;
        }
    }
}
