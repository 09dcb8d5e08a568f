package vn.coopfund.documents;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import vn.coopfund.calendar.BusinessDay;

/**
 * Official papers from templates {@code <room>/print/<form>}, as PDF and as a page to print: one template, always in
 * Vietnamese. The template is well-formed XHTML around {@code documents/print-layout :: page}, which shows from the
 * model {@code number} (số, ký hiệu), {@code date} (the paper's day; today where it is missing) and
 * {@code signatures} (a list of {@link Signature}, left to right) and {@code letterhead} (the fund's where it is
 * missing; a borrower's paper brings its own), each optional. With {@code statement} true it is a citizen's own paper:
 * no letterhead, the date at the foot. With {@code form} (the number of the ministry's form) it is a book of accounts and
 * bears that in place of the nation's name; {@code landscape} turns the sheet; {@code continued} and {@code inParts}: see
 * {@link LongPaper}.
 */
@Component
public class PrintedForms {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    static {
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    private final TemplateEngine templates;
    private final Letterheads letterheads;
    private final BusinessDay businessDay;

    PrintedForms(TemplateEngine templates, Letterheads letterheads, BusinessDay businessDay) {
        this.templates = templates;
        this.letterheads = letterheads;
        this.businessDay = businessDay;
    }

    /** The paper as a page of its own, which the browser prints. */
    public String html(String template, Map<String, ?> model) {
        Map<String, Object> shown = new HashMap<>(model);
        LocalDate date = shown.get("date") instanceof LocalDate given ? given : businessDay.today();
        shown.put("paperDate", PaperDate.of(date));
        shown.computeIfAbsent("letterhead", key -> letterheads.on(date));
        String page = templates.process(template, new Context(VIETNAMESE, shown));
        return Normalizer.normalize(page, Normalizer.Form.NFC);
    }

    /** The paper as PDF, A4, its fonts embedded. */
    public byte[] pdf(String template, Map<String, ?> model) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf(template, model, 1, out);
        return out.toByteArray();
    }

    /** A paper set part by part; close it. */
    public LongPaper inParts(String template) {
        return new LongPaper(this, template);
    }

    /** Answers how many pages it has; the first bears the given number. */
    int pdf(String template, Map<String, ?> model, int firstPage, OutputStream out) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        PrintFonts.addTo(builder);
        // nothing is fetched: pictures come inside the page
        builder.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
        builder.useInitialPageNumber(firstPage);
        builder.withHtmlContent(html(template, model), null).toStream(out);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDF();
            return renderer.getRootBox().getLayer().getPages().size();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
