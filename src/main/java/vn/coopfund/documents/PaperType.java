package vn.coopfund.documents;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.MediaType;

/** The kinds of file that a case takes. */
public enum PaperType {
    PDF("application/pdf", "pdf", true),
    JPEG("image/jpeg", "jpg", true),
    PNG("image/png", "png", true),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", false),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", false);

    /** For the {@code accept} attribute of a file field. */
    public static final String ACCEPT = ".pdf,.jpg,.jpeg,.png,.docx,.xlsx";

    private final String contentType;
    private final String ending;
    private final boolean shownInBrowser;

    PaperType(String contentType, String ending, boolean shownInBrowser) {
        this.contentType = contentType;
        this.ending = ending;
        this.shownInBrowser = shownInBrowser;
    }

    static Optional<PaperType> ofContentType(String contentType) {
        return Arrays.stream(values()).filter(type -> type.contentType.equals(contentType)).findFirst();
    }

    public MediaType mediaType() {
        return MediaType.parseMediaType(contentType);
    }

    public String contentType() {
        return contentType;
    }

    /** The file name's ending, without the dot. */
    public String ending() {
        return ending;
    }

    public boolean shownInBrowser() {
        return shownInBrowser;
    }
}
