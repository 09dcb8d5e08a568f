package vn.coopfund.ledger;

import java.util.List;
import java.util.Locale;

/** Knows the sources of capital; the room of capital implements it, the ledger knows their ids alone. */
public interface KnownSources {

    /** A source, with the account that its capital stands on. */
    record Source(long id, String account, String nameVi, String nameEn) {

        public String name(Locale locale) {
            return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
        }
    }

    List<Source> all();
}
