package vn.coopfund.demo;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.coopfund.documents.Letterhead;
import vn.coopfund.documents.PrintedForms;
import vn.coopfund.web.Texts;

/** A page for every kind of paper, made once, that says what it stands for. */
@Component
class Papers {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final PrintedForms forms;
    private final Texts texts;
    private final Map<String, byte[]> made = new ConcurrentHashMap<>();

    Papers(PrintedForms forms, Texts texts) {
        this.forms = forms;
        this.texts = texts;
    }

    /** @param label message key of the kind's name */
    InputStream of(String label) {
        return new ByteArrayInputStream(made.computeIfAbsent(label, this::make));
    }

    /** What people would call the file. */
    String nameOf(String label) {
        return texts.in(VIETNAMESE, label) + ".pdf";
    }

    private byte[] make(String label) {
        Letterhead nobody = new Letterhead(null, texts.in(VIETNAMESE, "demo.paper.issuer"),
                texts.in(VIETNAMESE, "demo.paper.place"));
        return forms.pdf("demo/print/paper",
                Map.of("title", texts.in(VIETNAMESE, label), "letterhead", nobody));
    }
}
