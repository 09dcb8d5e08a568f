package vn.coopfund.ledger;

import java.time.LocalDate;
import java.util.List;

/** A whole chart of accounts that holds from a day on. */
public record ChartChange(LocalDate validFrom, List<Row> accounts) {

    /**
     * @param parent code of the account above, or null
     * @param needs  LOAN or CAPITAL_SOURCE, or null
     */
    public record Row(String code, String nameVi, String nameEn, Account.Kind kind, Account.Side normalSide, String parent,
            String needs) {
    }

    /** One account that differs; message key {@code ledger.chart.difference.<what>}. */
    public record Difference(What what, String code, String name) {

        public enum What { ADDED, RENAMED, CHANGED, ENDED }
    }

    public ChartChange {
        accounts = accounts == null ? List.of() : List.copyOf(accounts);
    }

    boolean isLeaf(String code) {
        return accounts.stream().noneMatch(row -> code.equals(row.parent()));
    }
}
