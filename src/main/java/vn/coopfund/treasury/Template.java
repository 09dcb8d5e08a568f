package vn.coopfund.treasury;

import java.util.List;
import java.util.Locale;

/**
 * What a line becomes in the books when nothing there answers to it.
 *
 * @param account  the other side
 * @param keywords by which it is found in a content, capitals and figures alone
 */
public record Template(long id, String code, String nameVi, String nameEn, boolean in, String account, List<String> keywords) {

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
    }
}
