package vn.coopfund.reporting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.coopfund.web.Export;
import vn.coopfund.web.Texts;

/** A report as the rows of a file: the same columns, rows and total line as the page. */
@Component
public class ReportFile {

    private final Reports reports;
    private final Texts texts;

    ReportFile(Reports reports, Texts texts) {
        this.reports = reports;
        this.texts = texts;
    }

    /** The file's name without its ending. */
    public String name(Report report, ReportWish wish) {
        return report.code() + (wish.from() == null ? "" : "-" + wish.from()) + "-" + wish.to();
    }

    public List<String> heads(Report report, Locale locale) {
        return report.columns().stream().map(column -> texts.in(locale, column.key())).toList();
    }

    /** {@code counting} is called after each row. */
    public void write(Report report, ReportWish wish, Export.Rows rows, Runnable counting) {
        List<Column> columns = report.columns();
        Object[] total = reports.each(report, wish, row -> {
            rows.add(cells(columns, row, wish.locale()));
            counting.run();
        });
        if (columns.stream().anyMatch(Column::isSummed)) {
            total[0] = texts.in(wish.locale(), "web.total");
            rows.add(total);
        }
    }

    /** The shown cells in words of the reader's language. */
    public Object[] cells(List<Column> columns, Object[] row, Locale locale) {
        Object[] shown = Arrays.copyOf(row, columns.size());
        for (int i = 0; i < shown.length; i++) {
            if (columns.get(i).kind() == Column.Kind.WORD && shown[i] instanceof String word && word.startsWith("#")) {
                shown[i] = texts.in(locale, word.substring(1));
            }
        }
        return shown;
    }
}
