package vn.coopfund.treasury;

import java.util.List;
import java.util.Locale;

/**
 * What a line becomes in the books when nothing there answers to it.
 *
 * @param template key of the posting template by which it is posted
 * @param keywords by which it is found in a content, capitals and figures alone
 * @param secondPerson whether another person has to agree with who chose it
 */
public record Template(long id, String code, String nameVi, String nameEn, boolean in, String template, List<String> keywords,
        boolean secondPerson) {

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
    }
}
