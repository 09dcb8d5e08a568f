package vn.coopfund.servicing;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Subject;
import vn.coopfund.ledger.Line;
import vn.coopfund.schedule.Allocation;
import vn.coopfund.schedule.LoanPosition;

/** Shows what a receipt would do, before it does; refused exactly like the act. */
@Component
public class PreviewRepayment {

    private final LoanDesk desk;
    private final Receipts receipts;
    private final LoanJournal journal;
    private final LoanPostings postings;

    PreviewRepayment(LoanDesk desk, Receipts receipts, LoanJournal journal, LoanPostings postings) {
        this.desk = desk;
        this.receipts = receipts;
        this.journal = journal;
        this.postings = postings;
    }

    /**
     * What would happen.
     *
     * @param allocated    where the money goes, đồng
     * @param change       how it changes where earlier money went
     * @param entries      the lines of each entry that it posts
     * @param secondPerson whether it waits for one
     */
    public record Preview(Receipt receipt, Allocation allocated, Allocation change, List<List<Line>> entries,
            LoanPosition before, LoanPosition after, boolean secondPerson) {

        public boolean changesEarlier() {
            return !Allocations.isNone(change);
        }
    }

    @Transactional(readOnly = true)
    public Preview preview(Subject subject, Receipt receipt) {
        Loan loan = desk.look(subject.id());
        receipts.refuseWrong(loan, receipt, null);
        Reckoning reckoning = receipts.reckon(loan, receipt, 0);
        return new Preview(receipt, reckoning.own(), reckoning.change(),
                reckoning.entries(loan, postings).stream().map(entry -> journal.shown(loan, entry))
                .filter(lines -> !lines.isEmpty()).toList(), reckoning.before(), reckoning.after(),
                receipts.needsSecondPerson(receipt));
    }
}
