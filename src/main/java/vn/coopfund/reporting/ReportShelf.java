package vn.coopfund.reporting;

import java.util.List;

/** Some reports that belong together. */
interface ReportShelf {

    List<Report> reports();
}
