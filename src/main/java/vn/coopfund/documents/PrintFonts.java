package vn.coopfund.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/** The typeface of official papers: Liberation Serif has every Vietnamese letter and the widths of Times. */
final class PrintFonts {

    private static final String FAMILY = "Liberation Serif";

    private PrintFonts() {
    }

    static void addTo(PdfRendererBuilder builder) {
        add(builder, "Regular", 400, FontStyle.NORMAL);
        add(builder, "Bold", 700, FontStyle.NORMAL);
        add(builder, "Italic", 400, FontStyle.ITALIC);
        add(builder, "BoldItalic", 700, FontStyle.ITALIC);
    }

    private static void add(PdfRendererBuilder builder, String cut, int weight, FontStyle style) {
        builder.useFont(() -> open("liberation/LiberationSerif-" + cut + ".ttf"), FAMILY, weight, style, true);
    }

    private static InputStream open(String font) {
        try {
            return new ClassPathResource(font).getInputStream();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
