package vn.coopfund.ledger;

import java.util.Locale;

/**
 * An account of the chart.
 *
 * @param normalSide the side on which its balance usually stands
 * @param parent     code of the account above, or null
 * @param leaf       whether entries are posted on it
 */
public record Account(String code, String nameVi, String nameEn, Kind kind, Side normalSide, String parent, boolean leaf) {

    public enum Kind { ASSET, LIABILITY, EQUITY, INCOME, EXPENSE, RESULT }

    public enum Side { DEBIT, CREDIT }

    /** Its name in the language of a reader. */
    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
    }

    /** Debits less credits, or the other way round, so that its usual balance is positive. */
    public long signed(long debit, long credit) {
        return normalSide == Side.DEBIT ? debit - credit : credit - debit;
    }
}
