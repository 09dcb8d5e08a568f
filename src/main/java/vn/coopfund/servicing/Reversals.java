package vn.coopfund.servicing;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.Posted;
import vn.coopfund.vouchers.Vouchers;

/** Takes an entry back by a contra entry, and cancels its papers. */
@Component
class Reversals {

    private final Journal journal;
    private final Vouchers vouchers;
    private final Makers makers;

    Reversals(Journal journal, Vouchers vouchers, Makers makers) {
        this.journal = journal;
        this.vouchers = vouchers;
        this.makers = makers;
    }

    /** @param valueDate null: that of the entry taken back */
    @Transactional(propagation = Propagation.MANDATORY)
    Posted takeBack(long entryId, Proposal proposal, String fact, LocalDate valueDate, Long checkedBy) {
        return makers.as(proposal, () -> {
            Posted back = journal.reverse(entryId, "reversal:" + fact, proposal.why(), checkedBy, valueDate);
            vouchers.cancel(entryId, back, proposal.why());
            return back;
        });
    }
}
