package vn.coopfund.funding;

import java.util.Locale;

/**
 * Where money of the fund comes from.
 *
 * @param code    how calls name it, e.g. {@code PROVINCIAL_BUDGET}
 * @param account on which it stands: 4111, 4118 or 341
 * @param charter whether it is charter capital
 * @param own     whether it is this fund's own source, not another province's
 */
public record CapitalSource(long id, String code, String nameVi, String nameEn, String account, boolean charter, boolean own) {

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
    }

    /** Whether it counts toward the target of charter capital. */
    public boolean countsAsCharterCapital() {
        return charter && own;
    }
}
