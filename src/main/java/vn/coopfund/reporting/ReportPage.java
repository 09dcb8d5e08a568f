package vn.coopfund.reporting;

import vn.coopfund.web.PageOf;

/**
 * A page of a report and the total line of the whole of it.
 *
 * @param total a cell for each column, null where nothing is added up
 */
public record ReportPage(PageOf<Object[]> rows, Object[] total) {
}
