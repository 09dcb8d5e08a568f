package vn.coopfund.reporting;

/** A file waits to be made in the background. */
record ExportAsked(long id) {
}
