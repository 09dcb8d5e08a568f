package vn.coopfund.ledger.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import vn.coopfund.ledger.LoanNumbers;
import vn.coopfund.ledger.ManualEntry;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/** An entry as the accountant types it; rows without anything in them are left out. */
public class ManualEntryForm {

    private static final int ROWS = 4;
    private static final int MORE = 4;
    private static final int MOST = 60;

    private LocalDate valueDate;
    private String text;
    private String why;
    private List<Row> lines = new ArrayList<>(Stream.generate(Row::new).limit(ROWS).toList());

    /** One line. */
    public static class Row {
        private String account;
        private MonetaryAmount debit;
        private MonetaryAmount credit;
        private String loan;
        private Long capitalSource;

        boolean isEmpty() {
            return (account == null || account.isBlank()) && debit == null && credit == null;
        }

        public String getAccount() {
            return account;
        }

        public void setAccount(String account) {
            this.account = account;
        }

        public MonetaryAmount getDebit() {
            return debit;
        }

        public void setDebit(MonetaryAmount debit) {
            this.debit = debit;
        }

        public MonetaryAmount getCredit() {
            return credit;
        }

        public void setCredit(MonetaryAmount credit) {
            this.credit = credit;
        }

        public String getLoan() {
            return loan;
        }

        public void setLoan(String loan) {
            this.loan = loan;
        }

        public Long getCapitalSource() {
            return capitalSource;
        }

        public void setCapitalSource(Long capitalSource) {
            this.capitalSource = capitalSource;
        }
    }

    void more() {
        IntStream.range(0, Math.min(MORE, MOST - lines.size())).forEach(i -> lines.add(new Row()));
    }

    /** Leaves out empty rows, so that the rows of the form and of the entry are the same. */
    ManualEntry entry(LoanNumbers numbers) {
        List<Row> filled = new ArrayList<>(lines.stream().filter(row -> !row.isEmpty()).toList());
        lines.clear();
        lines.addAll(filled);
        while (lines.size() < 2) {
            lines.add(new Row());
        }
        return new ManualEntry(valueDate, text, IntStream.range(0, filled.size()).mapToObj(i -> row(filled.get(i), i, numbers)).toList());
    }

    private static ManualEntry.Row row(Row row, int number, LoanNumbers numbers) {
        Long loan = row.getLoan() == null || row.getLoan().isBlank() ? null : numbers.find(row.getLoan().strip())
                .orElseThrow(() -> Refusal.invalid("lines[" + number + "].loan", "ledger.no-such-loan", row.getLoan()));
        return new ManualEntry.Row(row.getAccount() == null ? null : row.getAccount().strip(), dong(row.getDebit()),
                dong(row.getCredit()), loan, row.getCapitalSource());
    }

    private static long dong(MonetaryAmount amount) {
        return amount == null ? 0 : Dong.longOf(amount);
    }

    public LocalDate getValueDate() {
        return valueDate;
    }

    public void setValueDate(LocalDate valueDate) {
        this.valueDate = valueDate;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }

    public List<Row> getLines() {
        return lines;
    }

    public void setLines(List<Row> lines) {
        this.lines = lines;
    }
}
