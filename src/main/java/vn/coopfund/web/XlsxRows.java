package vn.coopfund.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;

/**
 * Rows of a workbook (ECMA-376), written as they come: numbers are numbers, dates are dates, texts stand in their cells;
 * a sheet that is full is followed by another.
 */
final class XlsxRows implements Export.Rows {

    private static final int ROWS_A_SHEET = 1_000_000;
    /** Beyond it a spreadsheet, which counts in binary fractions, would lose a đồng. */
    private static final long LARGEST_NUMBER = 1L << 53;
    private static final long EPOCH = LocalDate.of(1899, 12, 30).toEpochDay();
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String NAMES = "http://schemas.openxmlformats.org/";

    /** Places in the list of formats that {@link #STYLES} has. */
    private static final int BOLD = 1;
    private static final int WHOLE = 2;
    private static final int DAY = 3;
    private static final int DECIMAL = 4;
    private static final String STYLES = HEAD + "<styleSheet xmlns=\"" + NAMES + "spreadsheetml/2006/main\">"
            + "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"#,##0.######\"/></numFmts>"
            + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
            + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"5\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
            + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
            + "<xf numFmtId=\"3\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
            + "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
            + "<xf numFmtId=\"165\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>"
            + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

    private final ZipOutputStream zip;
    private final FileBytes bytes;
    private final List<String> columns;
    private final String[] letters;
    private int sheets;
    private int row;

    private XlsxRows(OutputStream out, List<String> columns) {
        this.zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
        this.bytes = new FileBytes(zip);
        this.columns = columns;
        this.letters = IntStream.range(0, columns.size()).mapToObj(XlsxRows::letters).toArray(String[]::new);
    }

    static void write(OutputStream out, List<String> columns, Consumer<Export.Rows> producer) throws IOException {
        XlsxRows rows = new XlsxRows(out, columns);
        rows.beginSheet();
        producer.accept(rows);
        rows.endSheet();
        rows.endBook();
    }

    private void beginSheet() {
        sheets++;
        open("xl/worksheets/sheet" + sheets + ".xml");
        bytes.ascii(HEAD + "<worksheet xmlns=\"" + NAMES + "spreadsheetml/2006/main\"><sheetViews><sheetView workbookViewId=\"0\">"
                + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
                + "<cols><col min=\"1\" max=\"" + Math.max(1, columns.size()) + "\" width=\"18\" customWidth=\"1\"/></cols><sheetData>");
        row = 0;
        beginRow();
        for (int column = 0; column < columns.size(); column++) {
            text(column, columns.get(column), BOLD);
        }
        bytes.ascii("</row>");
    }

    private void beginRow() {
        row++;
        bytes.ascii("<row r=\"");
        bytes.number(row);
        bytes.ascii("\">");
    }

    @Override
    public void add(Object... cells) {
        if (row == ROWS_A_SHEET) {
            endSheet();
            beginSheet();
        }
        beginRow();
        for (int column = 0; column < cells.length; column++) {
            cell(column, cells[column]);
        }
        bytes.ascii("</row>");
    }

    private void cell(int column, Object value) {
        if (value instanceof BigDecimal decimal) {
            decimal(column, decimal);
        } else if (value instanceof Number number) {
            whole(column, number.longValue());
        } else if (value instanceof MonetaryAmount amount) {
            whole(column, Dong.longOf(amount));
        } else if (value instanceof LocalDate day) {
            number(column, day.toEpochDay() - EPOCH, DAY);
        } else if (value != null) {
            text(column, value.toString(), 0);
        }
    }

    private void decimal(int column, BigDecimal decimal) {
        begin(column, DECIMAL);
        bytes.ascii("><v>");
        bytes.ascii(decimal.toPlainString());
        bytes.ascii("</v></c>");
    }

    private void whole(int column, long number) {
        if (Math.abs(number) > LARGEST_NUMBER) {
            text(column, Long.toString(number), 0);
        } else {
            number(column, number, WHOLE);
        }
    }

    private void number(int column, long number, int style) {
        begin(column, style);
        bytes.ascii("><v>");
        bytes.number(number);
        bytes.ascii("</v></c>");
    }

    private void text(int column, String text, int style) {
        begin(column, style);
        bytes.ascii(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        for (int place = 0; place < text.length();) {
            place = escaped(text, place);
        }
        bytes.ascii("</t></is></c>");
    }

    private void begin(int column, int style) {
        bytes.ascii("<c r=\"");
        bytes.ascii(letters[column]);
        bytes.number(row);
        bytes.ascii('"');
        if (style != 0) {
            bytes.ascii(" s=\"");
            bytes.number(style);
            bytes.ascii('"');
        }
    }

    /** XML has no word for most control characters: they become spaces. */
    private int escaped(String text, int place) {
        char character = text.charAt(place);
        String written = switch (character) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '\ufffe', '\uffff' -> " ";
            default -> character < ' ' && character != '\t' && character != '\n' ? " " : null;
        };
        if (written == null) {
            return bytes.character(text, place);
        }
        bytes.ascii(written);
        return place + 1;
    }

    private void endSheet() {
        bytes.ascii("</sheetData></worksheet>");
        close();
    }

    private void endBook() throws IOException {
        StringBuilder types = new StringBuilder(HEAD + "<Types xmlns=\"" + NAMES + "package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>");
        StringBuilder book = new StringBuilder(HEAD + "<workbook xmlns=\"" + NAMES + "spreadsheetml/2006/main\" xmlns:r=\"" + NAMES
                + "officeDocument/2006/relationships\"><sheets>");
        StringBuilder links = new StringBuilder(HEAD + "<Relationships xmlns=\"" + NAMES + "package/2006/relationships\">"
                + link("styles", "styles.xml", 0));
        for (int sheet = 1; sheet <= sheets; sheet++) {
            types.append("<Override PartName=\"/xl/worksheets/sheet").append(sheet).append(".xml\" ContentType=\"")
                    .append("application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>");
            book.append("<sheet name=\"").append(sheet).append("\" sheetId=\"").append(sheet).append("\" r:id=\"rId")
                    .append(sheet).append("\"/>");
            links.append(link("worksheet", "worksheets/sheet" + sheet + ".xml", sheet));
        }
        part("xl/styles.xml", STYLES);
        part("xl/workbook.xml", book.append("</sheets></workbook>").toString());
        part("xl/_rels/workbook.xml.rels", links.append("</Relationships>").toString());
        part("_rels/.rels", HEAD + "<Relationships xmlns=\"" + NAMES + "package/2006/relationships\">"
                + link("officeDocument", "xl/workbook.xml", 1) + "</Relationships>");
        part("[Content_Types].xml", types.append("</Types>").toString());
        zip.finish();
    }

    private static String link(String type, String target, int id) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + NAMES + "officeDocument/2006/relationships/" + type
                + "\" Target=\"" + target + "\"/>";
    }

    private void part(String name, String content) {
        open(name);
        bytes.ascii(content);
        close();
    }

    private void open(String name) {
        try {
            zip.putNextEntry(new ZipEntry(name));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void close() {
        try {
            bytes.flush();
            zip.closeEntry();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** A, B, … Z, AA, AB, … */
    private static String letters(int column) {
        return column < 26 ? String.valueOf((char) ('A' + column))
                : letters(column / 26 - 1) + (char) ('A' + column % 26);
    }
}
