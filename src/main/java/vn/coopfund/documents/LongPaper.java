package vn.coopfund.documents;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.multipdf.PDFMergerUtility.DocumentMergeMode;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;

/**
 * A paper that may be too long to be set at once: its parts are set one after another, each lies in a file of its own
 * until all are joined, and the pages are counted through. A part that is not the first is shown {@code continued},
 * without the head; where there are several, pages bear their number alone.
 */
public final class LongPaper implements AutoCloseable {

    private final PrintedForms forms;
    private final String template;
    private final List<Path> parts = new ArrayList<>();
    private int pages;

    LongPaper(PrintedForms forms, String template) {
        this.forms = forms;
        this.template = template;
    }

    /** @param followed whether another part comes after this one */
    public void add(Map<String, ?> model, boolean followed) {
        Map<String, Object> shown = new HashMap<>(model);
        shown.put("continued", !parts.isEmpty());
        shown.put("inParts", followed || !parts.isEmpty());
        try {
            Path part = Files.createTempFile("coopfund-paper", ".pdf");
            parts.add(part);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                pages += forms.pdf(template, shown, pages + 1, out);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** How many pages there are so far. */
    public int pages() {
        return pages;
    }

    /** The whole paper; the stream is left open. */
    public void writeTo(OutputStream out) throws IOException {
        if (parts.size() == 1) {
            Files.copy(parts.get(0), out);
            return;
        }
        PDFMergerUtility joined = new PDFMergerUtility();
        joined.setDocumentMergeMode(DocumentMergeMode.OPTIMIZE_RESOURCES_MODE);
        for (Path part : parts) {
            joined.addSource(part.toFile());
        }
        joined.setDestinationStream(out);
        joined.mergeDocuments(IOUtils.createTempFileOnlyStreamCache(), CompressParameters.NO_COMPRESSION);
    }

    @Override
    public void close() throws IOException {
        for (Path part : parts) {
            Files.deleteIfExists(part);
        }
    }
}
