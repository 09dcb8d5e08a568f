package vn.coopfund.treasury;

import java.util.List;

/**
 * A row of a file.
 *
 * @param number counted from 1, as a spreadsheet shows it
 */
record SheetRow(int number, List<SheetCell> cells) {

    SheetCell cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : SheetCell.EMPTY;
    }

    boolean isBlank() {
        return cells.stream().allMatch(SheetCell::isEmpty);
    }

    List<String> texts() {
        return cells.stream().map(SheetCell::text).toList();
    }
}
