package vn.coopfund.servicing;

/** What an upper room knows that keeps money of a loan from leaving; one bean for each. */
public interface PayoutCondition {

    /** Refuses with who can do what about it. */
    void refuseUnlessMet(long loan);
}
