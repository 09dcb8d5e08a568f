package vn.coopfund.treasury;

import java.util.List;

/**
 * A row that is no line yet.
 *
 * @param cells   as they stand in the file
 * @param reasons what is wrong, in the reader's language
 */
public record StatementFault(int row, List<String> cells, List<String> reasons) {
}
