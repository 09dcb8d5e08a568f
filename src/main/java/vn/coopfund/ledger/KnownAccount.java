package vn.coopfund.ledger;

/**
 * What the program itself looks for in the books, by the part of a posting template on whose account it stands: another
 * account is a matter of the template alone. See {@link PostingTemplates#account} and {@link Balances#of(KnownAccount,
 * java.time.LocalDate)}.
 */
public enum KnownAccount {

    CASH("cash.banked", "cash"),
    /** The usual account at a bank; each other one has an account of its own whose code begins alike. */
    BANK("cash.banked", "bank"),
    TRANSIT("transit.out", "transit"),
    TERM_DEPOSITS("deposit.placed", "deposit"),
    LOANS("loan.disbursement", "principal"),
    OWNERS_CAPITAL("capital.in", "owner"),
    OTHER_CAPITAL("capital.in", "other"),
    ENTRUSTED("entrusted.in", "source"),
    /** Whatever may be made charter capital. */
    ACCUMULATION("capital.capitalised", "from"),
    RESULT_OF_YEAR("year.result", "undistributed"),
    RESULT_OF_EARLIER_YEARS("year.carry", "earlier-years"),
    /** In memorandum. */
    UNCOLLECTED_INTEREST("memorandum.uncollected", "interest"),
    /** Of collateral, in memorandum. */
    PAPERS_HELD("memorandum.papers-held", "papers");

    private final String template;
    private final String part;

    KnownAccount(String template, String part) {
        this.template = template;
        this.part = part;
    }

    String template() {
        return template;
    }

    String part() {
        return part;
    }
}
