package vn.coopfund.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;
import vn.coopfund.documents.Letterheads;
import vn.coopfund.documents.LongPaper;
import vn.coopfund.documents.PrintedForms;
import vn.coopfund.documents.Signature;
import vn.coopfund.web.Refusal;

/** A report on paper, on the ministry's form where it has one; always in Vietnamese. A long one is printed part by part. */
@Component
public class ReportPaper {

    /** A paper with more rows is made in the background. */
    public static final int MOST_AT_ONCE = 3_000;
    /** Some three thousand sheets: longer ones are files for a spreadsheet. */
    public static final int MOST_ROWS = 100_000;
    private static final int ROWS_OF_A_PART = 500;
    private static final int COLUMNS_UPRIGHT = 6;

    private final Reports reports;
    private final ReportFile file;
    private final PrintedForms forms;
    private final Letterheads letterheads;

    ReportPaper(Reports reports, ReportFile file, PrintedForms forms, Letterheads letterheads) {
        this.reports = reports;
        this.file = file;
        this.forms = forms;
        this.letterheads = letterheads;
    }

    /**
     * @param reached is told after each part how many rows are printed
     * @throws Refusal where it has more rows than paper should
     */
    public void write(Report report, ReportWish asked, OutputStream out, LongConsumer reached) throws IOException {
        ReportWish wish = asked.onPaper();
        long all = reports.count(report, wish);
        if (all > MOST_ROWS) {
            throw Refusal.conflict("reporting.refused.paper-too-long", MOST_ROWS);
        }
        try (LongPaper paper = forms.inParts("reporting/print/report")) {
            Printing printing = new Printing(report, wish, paper, all > MOST_AT_ONCE ? ROWS_OF_A_PART : MOST_AT_ONCE, reached);
            Object[] total = reports.each(report, wish, printing::add);
            printing.end(report.columns().stream().anyMatch(Column::isSummed) ? total : null);
            paper.writeTo(out);
        }
    }

    /** The parts of one paper: the first bears the head, the last the total line and who signs. */
    private final class Printing {

        private final Report report;
        private final ReportWish wish;
        private final LongPaper paper;
        private final int most;
        private final LongConsumer reached;
        private final Map<String, Object> model = new HashMap<>();
        private final List<Object[]> rows = new ArrayList<>();
        private long printed;

        Printing(Report report, ReportWish wish, LongPaper paper, int most, LongConsumer reached) {
            this.report = report;
            this.wish = wish;
            this.paper = paper;
            this.most = most;
            this.reached = reached;
            model.put("report", report);
            model.put("wish", wish);
            model.put("date", wish.to());
            // asked for now: while rows come nothing else may be asked of the connection
            model.put("letterhead", letterheads.on(wish.to()));
            model.put("landscape", report.columns().size() > COLUMNS_UPRIGHT);
            model.put("form", report.paper() == Report.Paper.BOOK ? report.form() : null);
        }

        void add(Object[] row) {
            if (rows.size() == most) {
                print(true);
            }
            rows.add(file.cells(report.columns(), row, wish.locale()));
        }

        void end(Object[] total) {
            model.put("total", total);
            model.put("signatures", List.of(Signature.signed("reporting.print.maker", null),
                    Signature.signed("documents.print.chief-accountant", null),
                    Signature.sealed("documents.print.director", null)));
            print(false);
        }

        private void print(boolean followed) {
            model.put("rows", List.copyOf(rows));
            paper.add(model, followed);
            printed += rows.size();
            rows.clear();
            reached.accept(printed);
        }
    }
}
