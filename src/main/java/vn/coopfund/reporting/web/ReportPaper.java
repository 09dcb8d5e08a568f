package vn.coopfund.reporting.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.coopfund.documents.PrintedForms;
import vn.coopfund.documents.Signature;
import vn.coopfund.reporting.Column;
import vn.coopfund.reporting.Report;
import vn.coopfund.reporting.ReportFile;
import vn.coopfund.reporting.ReportWish;
import vn.coopfund.reporting.Reports;
import vn.coopfund.web.Refusal;

/** A report on paper, on the ministry's form where it has one; always in Vietnamese. */
@Component
class ReportPaper {

    /** More than this nobody reads on paper, and a page engine holds all of it. */
    static final int MOST_ROWS = 3000;
    private static final int COLUMNS_UPRIGHT = 6;

    private final Reports reports;
    private final ReportFile file;
    private final PrintedForms forms;

    ReportPaper(Reports reports, ReportFile file, PrintedForms forms) {
        this.reports = reports;
        this.file = file;
        this.forms = forms;
    }

    /** @throws Refusal where it has more rows than paper should */
    byte[] pdf(Report report, ReportWish asked) {
        ReportWish wish = asked.onPaper();
        List<Object[]> rows = new ArrayList<>();
        Object[] total = reports.each(report, wish, row -> {
            if (rows.size() == MOST_ROWS) {
                throw Refusal.conflict("reporting.refused.paper-too-long", MOST_ROWS);
            }
            rows.add(file.cells(report.columns(), row, wish.locale()));
        });
        Map<String, Object> model = new HashMap<>();
        model.put("report", report);
        model.put("wish", wish);
        model.put("date", wish.to());
        model.put("rows", rows);
        model.put("total", report.columns().stream().anyMatch(Column::isSummed) ? total : null);
        model.put("landscape", report.columns().size() > COLUMNS_UPRIGHT);
        model.put("form", report.paper() == Report.Paper.BOOK ? report.form() : null);
        model.put("signatures", List.of(Signature.signed("reporting.print.maker", null),
                Signature.signed("documents.print.chief-accountant", null),
                Signature.sealed("documents.print.director", null)));
        return forms.pdf("reporting/print/report", model);
    }
}
