package vn.coopfund.reporting;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What a report is asked for, checked and complete.
 *
 * @param from   null where the report asks for a day
 * @param to     the last day, or the day itself
 * @param loan   the loan's id, or null
 * @param borrower part of a name without tone marks, or null
 */
public record ReportWish(LocalDate from, LocalDate to, String account, Long loan, String borrower, Grouping by,
        Locale locale) {

    /** What a row of a turnover stands for. */
    public enum Grouping { SECTOR, COMMUNE, TERM, KIND }

    boolean english() {
        return "en".equals(locale.getLanguage());
    }

    /** The same for a paper, which is always in Vietnamese. */
    public ReportWish onPaper() {
        return new ReportWish(from, to, account, loan, borrower, by, Locale.forLanguageTag("vi"));
    }
}
