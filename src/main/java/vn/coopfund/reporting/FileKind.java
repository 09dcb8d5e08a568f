package vn.coopfund.reporting;

import org.springframework.http.MediaType;
import vn.coopfund.web.Export;

/** What a report can be made into in the background. */
public enum FileKind {

    CSV(Export.CSV), XLSX(Export.XLSX), PDF(null);

    private final Export table;

    FileKind(Export table) {
        this.table = table;
    }

    /** As a table of a spreadsheet; null for paper. */
    Export table() {
        return table;
    }

    public String extension() {
        return table == null ? "pdf" : table.extension();
    }

    public String contentType() {
        return table == null ? MediaType.APPLICATION_PDF_VALUE : table.contentType();
    }
}
