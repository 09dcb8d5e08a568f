package vn.coopfund.origination;

import java.util.Collection;
import java.util.Map;

/** How loans were paid, told by the room that keeps them; this room knows their ids alone. */
public interface LoanConduct {

    /** Where a loan that was paid out stands. */
    enum Standing { SETTLED, ON_TIME, OVERDUE, BAD, CHARGED_OFF }

    /** Of those of these loans that were paid out, by id. */
    Map<Long, Standing> of(Collection<Long> loanIds);
}
