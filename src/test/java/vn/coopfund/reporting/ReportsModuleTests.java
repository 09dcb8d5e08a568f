package vn.coopfund.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.coopfund.access.Role;
import vn.coopfund.ledger.Books;
import vn.coopfund.ledger.TrialBalance;
import vn.coopfund.money.DongFormat;
import vn.coopfund.risk.ConfirmProvisions;
import vn.coopfund.risk.ProposeProvisions;
import vn.coopfund.risk.Provisions;
import vn.coopfund.servicing.RiskModuleTest;
import vn.coopfund.web.PageOf;

/** Each report is one description: its four faces show the same rows and the same totals, and a past day stays as it was. */
class ReportsModuleTests extends RiskModuleTest {

    private static final PageOf.Wish ALL = new PageOf.Wish(0, 1000);

    @Autowired
    Reports reports;
    @Autowired
    Books books;
    @Autowired
    ProposeProvisions proposeProvisions;
    @Autowired
    ConfirmProvisions confirmProvisions;
    @Autowired
    Provisions provisions;
    @Autowired
    ReportPaper reportPaper;
    @Autowired
    MockMvc mvc;

    @Test
    void everyReportHasTheSameTotalsOnScreenInFilesAndOnPaper() throws Exception {
        long loan = lent(true);
        paid(loan, 70_000_000, on(4, 15));
        classify(on(4, 30));
        businessDay.moveTo(on(5, 10));
        for (Report report : as(staff.with(Role.CHIEF_ACCOUNTANT), reports::mine)) {
            String ask = "?from=" + on(4, 1) + "&to=" + on(5, 10) + "&on=" + on(5, 10) + "&account=1283&by=TERM";
            ReportWish wish = wish(on(4, 1), on(5, 10), "1283");
            ReportPage page = as(staff.with(Role.CHIEF_ACCOUNTANT), () -> reports.page(report, wish, null, ALL));
            assertThat(page.rows().total()).as(report.code()).isPositive();
            List<CSVRecord> csv = csv(report.code() + ".csv" + ask);
            List<List<String>> xlsx = xlsx(report.code() + ".xlsx" + ask);
            String pdf = pdf(report.code() + ".pdf" + ask);
            boolean summed = report.columns().stream().anyMatch(Column::isSummed);
            assertThat(csv).as(report.code() + " in CSV").hasSize((int) page.rows().total() + (summed ? 2 : 1));
            assertThat(xlsx).as(report.code() + " in XLSX").hasSameSizeAs(csv);
            for (int i = 1; i < report.columns().size(); i++) {
                if (report.columns().get(i).isSummed()) {
                    String total = page.total()[i].toString();
                    assertThat(csv.get(csv.size() - 1).get(i)).as(report.code() + " " + i).isEqualTo(total);
                    assertThat(xlsx.get(xlsx.size() - 1).get(i)).as(report.code() + " " + i).isEqualTo(total);
                    assertThat(pdf).as(report.code() + " " + i).contains(DongFormat.figures((long) page.total()[i]));
                }
            }
            String html = mvc.perform(get("/reports/" + report.code() + ask).with(staff.signedIn(Role.CHIEF_ACCOUNTANT)))
                    .andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
            IntStream.range(1, report.columns().size()).filter(i -> report.columns().get(i).isSummed()).forEach(i ->
                    assertThat(html).as(report.code()).contains(DongFormat.figures((long) page.total()[i])));
        }
    }

    @Test
    void theGeneralProvisionIsARowOfItsOwnSoThatTheTotalIsTheAccounts() throws Exception {
        lent(false);
        classify(on(5, 31));
        as(staff.with(Role.ACCOUNTANT), () -> proposeProvisions.propose(on(5, 31)));
        as(staff.with(Role.CHIEF_ACCOUNTANT), () -> {
            confirmProvisions.confirm(on(5, 31));
            return null;
        });
        Report report = as(staff.with(Role.CHIEF_ACCOUNTANT), () -> reports.named("classification"));
        ReportPage page = as(staff.with(Role.CHIEF_ACCOUNTANT), () -> reports.page(report, wish(on(5, 1), on(6, 10), null), null, ALL));
        int target = report.columns().stream().map(Column::name).toList().indexOf("provisionTarget");
        long general = provisions.find(on(5, 31)).orElseThrow().generalTarget();
        List<Object[]> rows = page.rows().items();
        assertThat(rows.get(rows.size() - 1)).contains("Dự phòng chung", general);
        long specific = provisions.lines(provisions.find(on(5, 31)).orElseThrow().id()).stream()
                .mapToLong(Provisions.Line::target).sum();
        assertThat(page.total()[target]).isEqualTo(specific + general);
        businessDay.moveTo(on(6, 10));
        assertThat(csv("classification.csv?on=" + on(6, 10))).anySatisfy(row -> assertThat(row.get(1)).isEqualTo("Dự phòng chung"));
    }

    @Test
    void aDayThatIsNoneIsRefusedInWordsOfTheTrade() throws Exception {
        mvc.perform(get("/api/v1/reporting/reports/journal").param("from", "abc").param("to", "2300-01-31")
                .with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].field").value(containsInAnyOrder("from", "to")))
                .andExpect(content().string(not(containsString("java."))));
    }

    @Test
    void aFileHasTextsAsTheyAreAndAQuoteInAFilterIsOnlyAQuote() {
        lent(true);
        businessDay.moveTo(on(5, 10));
        Report odd = Report.of("odd", Report.Desk.BOOKS, Report.BOOKKEEPERS, Parameter.DAY).text("text", "borrower")
                .add(Column.Kind.DAY, "bookedOn").sql("select E'a\\tb\\nc\\\\d', :borrower::text, :from");
        for (String filter : List.of("o'brien", "x\\", "'; drop table ledger.entry; --", "$$")) {
            List<Object[]> rows = new ArrayList<>();
            ReportWish wish = new ReportWish(on(4, 1), on(5, 10), null, null, filter, ReportWish.Grouping.TERM,
                    Locale.forLanguageTag("vi"));
            as(staff.with(Role.CHIEF_ACCOUNTANT), () -> reports.each(odd, wish, rows::add));
            assertThat(rows).hasSize(1);
            assertThat(rows.get(0)[0]).isEqualTo("a\tb\nc\\d");
            assertThat(rows.get(0)[1]).isEqualTo(filter);
            assertThat(rows.get(0)[2]).isEqualTo(on(4, 1));
        }
    }

    @Test
    void aReaderThatGivesUpLeavesTheConnectionInOrder() {
        Report many = Report.of("many", Report.Desk.BOOKS, Report.BOOKKEEPERS, Parameter.DAY).text("text").count("count")
                .sql("select repeat('x', 200), n from generate_series(1, 50000) as n");
        for (int times = 0; times < 20; times++) {
            int stop = 1 + times * 2500;
            assertThatThrownBy(() -> as(staff.with(Role.CHIEF_ACCOUNTANT), () -> reports.each(many, wish(on(1, 1), on(1, 31), null),
                    row -> {
                        if ((long) row[1] == stop) {
                            throw new IllegalStateException("enough");
                        }
                    }))).isInstanceOf(IllegalStateException.class).hasMessage("enough");
            assertThat(jdbc.sql("select 41 + 1").query(Integer.class).single()).isEqualTo(42);
        }
        assertThat(as(staff.with(Role.CHIEF_ACCOUNTANT), () -> reports.each(many, wish(on(1, 1), on(1, 31), null), row -> { })))
                .containsExactly(null, 50_000L * 50_001 / 2);
    }

    @Test
    void aLongReportIsPrintedWholePartByPart() throws Exception {
        int rows = ReportPaper.MOST_AT_ONCE + 500;
        List<Long> reached = new ArrayList<>();
        ByteArrayOutputStream paper = new ByteArrayOutputStream();
        as(staff.with(Role.CHIEF_ACCOUNTANT), () -> printed(many(rows), paper, reached));
        assertThat(reached).containsExactly(500L, 1_000L, 1_500L, 2_000L, 2_500L, 3_000L, 3_500L);
        try (PDDocument read = Loader.loadPDF(paper.toByteArray())) {
            String text = new PDFTextStripper().getText(read);
            List<String> numbers = text.lines().map(String::strip).filter(line -> line.startsWith("dòng ")).toList();
            assertThat(numbers).hasSize(rows).startsWith("dòng 1 1").endsWith("dòng 3500 3.500");
            assertThat(text).contains("Tổng cộng " + DongFormat.figures((long) rows * (rows + 1) / 2));
            assertThat(text.split("KẾ TOÁN TRƯỞNG", -1)).as("signed once").hasSize(2);
            PDFTextStripper last = new PDFTextStripper();
            last.setStartPage(read.getNumberOfPages());
            assertThat(last.getText(read).lines().map(String::strip)).as("pages are counted through")
                    .contains(String.valueOf(read.getNumberOfPages()));
        }
        assertThatThrownBy(() -> as(staff.with(Role.CHIEF_ACCOUNTANT), () -> printed(many(ReportPaper.MOST_ROWS + 1), paper, reached)))
                .hasMessageContaining("paper-too-long");
    }

    private Report many(int rows) {
        return Report.of("journal", Report.Desk.BOOKS, Report.BOOKKEEPERS, Parameter.DAY).text("text").count("count")
                .sql("select 'dòng ' || n, n from generate_series(1, " + rows + ") as n");
    }

    private boolean printed(Report report, ByteArrayOutputStream out, List<Long> reached) {
        try {
            reportPaper.write(report, wish(on(1, 1), on(1, 31), null), out, reached::add);
            return true;
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static ReportWish wish(LocalDate from, LocalDate to, String account) {
        return new ReportWish(from, to, account, null, null, ReportWish.Grouping.TERM, Locale.forLanguageTag("vi"));
    }

    private String body(String path, String type) throws Exception {
        var response = mvc.perform(get("/reports/" + path).with(staff.signedIn(Role.CHIEF_ACCOUNTANT)))
                .andExpect(status().isOk()).andReturn().getResponse();
        assertThat(response.getContentType()).startsWith(type);
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String path) throws Exception {
        return mvc.perform(get("/reports/" + path).with(staff.signedIn(Role.CHIEF_ACCOUNTANT))).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsByteArray();
    }

    private List<CSVRecord> csv(String path) throws Exception {
        return CSVFormat.RFC4180.parse(new StringReader(body(path, "text/csv").substring(1))).getRecords();
    }

    private List<List<String>> xlsx(String path) throws Exception {
        byte[] file = bytes(path);
        List<List<String>> rows = sheet(file);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> read = book.getFirstSheet().read();
            assertThat(read).as(path).hasSameSizeAs(rows);
            Row last = read.get(read.size() - 1);
            List<String> total = rows.get(rows.size() - 1);
            IntStream.range(1, total.size()).filter(i -> !total.get(i).isEmpty() && last.getCell(i).getType() == CellType.NUMBER)
                    .forEach(i -> assertThat(last.getCellAsNumber(i).orElseThrow()).isEqualByComparingTo(total.get(i)));
        }
        return rows;
    }

    /** The rows of the first sheet, read as XML: each cell's value or text. */
    static List<List<String>> sheet(byte[] file) throws Exception {
        List<String> shared = new ArrayList<>();
        Document sheet = null;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")) {
                    Document read = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                            .parse(new ByteArrayInputStream(content));
                    if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                        sheet = read;
                    } else if (entry.getName().equals("xl/sharedStrings.xml")) {
                        var texts = read.getElementsByTagName("si");
                        IntStream.range(0, texts.getLength()).forEach(i -> shared.add(texts.item(i).getTextContent()));
                    }
                }
            }
        }
        List<List<String>> rows = new ArrayList<>();
        var lines = sheet.getElementsByTagName("row");
        for (int i = 0; i < lines.getLength(); i++) {
            List<String> cells = new ArrayList<>();
            var found = ((Element) lines.item(i)).getElementsByTagName("c");
            for (int j = 0; j < found.getLength(); j++) {
                Element cell = (Element) found.item(j);
                int column = column(cell.getAttribute("r"));
                while (cells.size() < column) {
                    cells.add("");
                }
                cells.add(cell.getAttribute("t").equals("s") ? shared.get(Integer.parseInt(cell.getTextContent()))
                        : cell.getTextContent());
            }
            rows.add(cells);
        }
        return rows;
    }

    private static int column(String place) {
        int column = 0;
        for (char letter : place.replaceAll("\\d", "").toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    private String pdf(String path) throws Exception {
        try (PDDocument document = Loader.loadPDF(bytes(path))) {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            return reader.getText(document);
        }
    }
}
