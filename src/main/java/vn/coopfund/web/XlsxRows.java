package vn.coopfund.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javax.money.MonetaryAmount;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.coopfund.money.Dong;

/** Rows of a workbook: numbers are numbers, dates are dates; a sheet that is full is followed by another. */
final class XlsxRows implements Export.Rows {

    private static final int ROWS_A_SHEET = 1_000_000;
    private static final int ROWS_IN_MEMORY = 500;

    private final Workbook book;
    private final List<String> columns;
    private Worksheet sheet;
    private int sheets;
    private int row;

    private XlsxRows(Workbook book, List<String> columns) {
        this.book = book;
        this.columns = columns;
    }

    static void write(OutputStream out, List<String> columns, Consumer<Export.Rows> producer) throws IOException {
        Workbook book = new Workbook(out, "coopfund", "1.0");
        XlsxRows rows = new XlsxRows(book, columns);
        rows.beginSheet();
        producer.accept(rows);
        book.finish();
    }

    private void beginSheet() {
        sheets++;
        sheet = book.newWorksheet(Integer.toString(sheets));
        sheet.freezePane(0, 1);
        for (int column = 0; column < columns.size(); column++) {
            sheet.width(column, 18);
            sheet.value(0, column, columns.get(column));
            sheet.style(0, column).bold().set();
        }
        row = 1;
    }

    @Override
    public void add(Object... cells) {
        try {
            if (row == ROWS_A_SHEET) {
                sheet.finish();
                beginSheet();
            }
            for (int column = 0; column < cells.length; column++) {
                cell(column, cells[column]);
            }
            row++;
            if (row % ROWS_IN_MEMORY == 0) {
                sheet.flush();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void cell(int column, Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
            sheet.style(row, column).format("#,##0").set();
        } else if (value instanceof MonetaryAmount amount) {
            cell(column, Dong.longOf(amount));
        } else if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("dd/mm/yyyy").set();
        } else if (value != null) {
            sheet.value(row, column, Export.plain(value.toString()));
        }
    }
}
