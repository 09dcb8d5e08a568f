package vn.coopfund.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The trial balance (bảng cân đối số phát sinh) of the leaf accounts: opening on 1 January, turnover since, closing.
 * In each pair of columns debits and credits add up to the same total.
 */
public record TrialBalance(LocalDate on, List<Row> items, Totals totals) {

    /** One account, whole đồng; a balance stands on one side. */
    public record Row(String account, String name, long openingDebit, long openingCredit, long debit, long credit,
            long closingDebit, long closingCredit) {

        public boolean moved() {
            return openingDebit + openingCredit + debit + credit != 0;
        }
    }

    public record Totals(long openingDebit, long openingCredit, long debit, long credit, long closingDebit,
            long closingCredit) {
    }

    static TrialBalance of(LocalDate on, List<Row> rows) {
        return new TrialBalance(on, rows, new Totals(sum(rows, Row::openingDebit), sum(rows, Row::openingCredit),
                sum(rows, Row::debit), sum(rows, Row::credit), sum(rows, Row::closingDebit), sum(rows, Row::closingCredit)));
    }

    private static long sum(List<Row> rows, ToLongFunction<Row> column) {
        return rows.stream().mapToLong(column).sum();
    }
}
