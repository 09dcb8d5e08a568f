package vn.coopfund.ledger.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.coopfund.web.Texts;

/** The heads of a file's columns in the reader's language. */
@Component
class Headings {

    private final Texts texts;

    Headings(Texts texts) {
        this.texts = texts;
    }

    List<String> of(List<String> columns, Locale locale) {
        return columns.stream().map(column -> texts.in(locale, "ledger.column." + column)).toList();
    }
}
