package vn.coopfund.servicing;

import java.util.Map;

/** What an upper room shows on the page of a loan; one bean for each part. */
public interface LoanPagePart {

    /** The template whose fragment {@code part} shows it. */
    String template();

    /** What that fragment shows; whoever looks may read the loan. */
    Map<String, Object> shown(long loanId);
}
