package vn.coopfund.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * A table as a file, written row by row as it comes: any number of rows in little memory. Cells are numbers, amounts,
 * dates or texts; in CSV a text that a spreadsheet would take for a formula is made plain, in XLSX every text is typed as one.
 */
public enum Export {

    CSV("csv", "text", "csv"),
    XLSX("xlsx", "application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** For {@code produces} of a call that answers JSON first and these on request. */
    public static final String CSV_TYPE = "text/csv";
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String extension;
    private final MediaType type;

    Export(String extension, String type, String subtype) {
        this.extension = extension;
        this.type = new MediaType(type, subtype, StandardCharsets.UTF_8);
    }

    /** Where the rows go. */
    public interface Rows {
        void add(Object... cells);
    }

    /** The file that a call asks for by {@code Accept}; empty where it asks for JSON, or for anything. */
    public static Optional<Export> wanted(HttpServletRequest call) {
        String accept = call.getHeader(HttpHeaders.ACCEPT);
        if (accept == null || accept.isBlank()) {
            return Optional.empty();
        }
        List<MediaType> wishes = MediaType.parseMediaTypes(accept);
        MimeTypeUtils.sortBySpecificity(wishes);
        for (MediaType wish : wishes) {
            if (wish.includes(MediaType.APPLICATION_JSON)) {
                return Optional.empty();
            }
            for (Export file : values()) {
                if (wish.isCompatibleWith(file.type)) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    /** The file of an address that ends with {@code csv} or {@code xlsx}. */
    public static Export of(String extension) {
        for (Export file : values()) {
            if (file.extension.equals(extension)) {
                return file;
            }
        }
        throw Refusal.notFound();
    }

    /** Answers a program; CSV is marked (BOM) where it asks for that by {@code ?bom=true}. {@code rows} is handed the place to put them. */
    public void answer(HttpServletResponse response, String name, List<String> columns, Consumer<Rows> rows) {
        write(response, name, columns, rows, "true".equals(asked("bom")));
    }

    /** Answers a person: a download that a spreadsheet opens with its letters right, unless {@code ?bom=false}. */
    public void download(HttpServletResponse response, String name, List<String> columns, Consumer<Rows> rows) {
        write(response, name, columns, rows, !"false".equals(asked("bom")));
    }

    /** Writes the file where it is kept, as a person downloads it; the stream is left open. */
    public void write(OutputStream out, List<String> columns, Consumer<Rows> rows) throws IOException {
        write(out, columns, rows, true);
    }

    public String extension() {
        return extension;
    }

    public String contentType() {
        return this == CSV ? type.toString() : XLSX_TYPE;
    }

    private static String asked(String parameter) {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getParameter(parameter) : null;
    }

    private void write(HttpServletResponse response, String name, List<String> columns, Consumer<Rows> rows,
            boolean marked) {
        response.setContentType(contentType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name + "." + extension).build().toString());
        try {
            write(response.getOutputStream(), columns, rows, marked);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void write(OutputStream out, List<String> columns, Consumer<Rows> rows, boolean marked) throws IOException {
        if (this == CSV) {
            CsvRows.write(out, marked, columns, rows);
        } else {
            XlsxRows.write(out, columns, rows);
        }
    }
}
