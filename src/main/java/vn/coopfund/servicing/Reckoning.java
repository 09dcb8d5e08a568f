package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.schedule.Allocation;
import vn.coopfund.schedule.LoanPosition;

/**
 * What a receipt does to a loan: the same for the page that shows it beforehand and for the act.
 *
 * @param before         the position without it
 * @param after          the position with it, both on the business date
 * @param own            where the receipt goes
 * @param change         how it changes where earlier money went; nothing unless it is back-dated
 * @param accruesThrough the day through which in-term interest is posted first
 * @param accrual        that interest
 * @param waiver         by how much the interest forgiven changes in the books; nothing unless it is back-dated
 */
record Reckoning(long id, Receipt receipt, int turn, LoanPosition before, LoanPosition after,
        Allocation own, Allocation change, LocalDate accruesThrough, long accrual, long waiver) {

    /** The entries it posts, as a page shows them. */
    List<NewEntry> entries(Loan loan, LoanPostings postings) {
        List<NewEntry> entries = new ArrayList<>();
        entries.add(postings.accrual(loan, id, receipt.valueDate(), accruesThrough, accrual));
        entries.add(postings.receipt(loan, id, receipt, own));
        entries.add(postings.reallocation(loan, id, receipt.valueDate(),
                LoanBooks.Reason.BACK_DATED.textKey, change));
        return entries.stream().filter(entry -> !entry.lines().isEmpty()).toList();
    }
}
