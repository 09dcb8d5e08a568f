package vn.coopfund.servicing;

/** The two notices that a borrower gets on paper. */
public enum LoanNoticeKind {
    /** Thông báo nợ đến hạn. */
    DUE_NOTICE("thong-bao-no-den-han", "servicing/print/due-notice"),
    /** Thông báo chuyển nợ quá hạn. */
    OVERDUE_NOTICE("thong-bao-chuyen-no-qua-han", "servicing/print/overdue-notice");

    final String filename;
    final String template;

    LoanNoticeKind(String filename, String template) {
        this.filename = filename;
        this.template = template;
    }

    /** Message key of its name. */
    public String key() {
        return "servicing.paper." + name();
    }
}
