package vn.coopfund.web;

import java.util.Map;

/**
 * The order of a list as its address names it: {@code amount}, or {@code -amount} for the greatest first.
 *
 * @param column the name in the address
 * @param sql    the expression behind it, from the page's own list
 */
public record SortBy(String column, String sql, boolean descending) {

    /**
     * The wished order where the page has such a column, else the usual one.
     *
     * @param wish    from the address, may be null
     * @param usual   such as {@code -opened}; must name one of the columns
     * @param columns the names that an address may use, with the SQL expression behind each
     */
    public static SortBy of(String wish, String usual, Map<String, String> columns) {
        SortBy wished = wish == null ? null : read(wish, columns);
        return wished == null ? read(usual, columns) : wished;
    }

    private static SortBy read(String text, Map<String, String> columns) {
        boolean descending = text.startsWith("-");
        String column = descending ? text.substring(1) : text;
        String sql = columns.get(column);
        return sql == null ? null : new SortBy(column, sql, descending);
    }

    /** {@code order by …}; absent values come last, and {@code tieBreak} (a unique column) settles the rest. */
    public String orderBy(String tieBreak) {
        return " order by " + sql + (descending ? " desc" : "") + " nulls last, " + tieBreak + (descending ? " desc " : " ");
    }

    /** As the address writes it; put it into the model as {@code sorted}, so that the head of the table shows it. */
    public String wish() {
        return (descending ? "-" : "") + column;
    }
}
