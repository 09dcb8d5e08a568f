package vn.coopfund.schedule;

/** A fact that cannot have happened to this loan on its day, found when the loan is replayed. */
public final class ImpossibleFact extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient LoanFact fact;

    ImpossibleFact(LoanFact fact, String why) {
        super(why + ": " + fact);
        this.fact = fact;
    }

    /** The first in replay order that cannot stand. */
    public LoanFact fact() {
        return fact;
    }
}
