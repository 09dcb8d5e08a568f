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
 * @param alignments     what else changes in the books, day by day: interest is posted through the day of the receipt first
 */
record Reckoning(long id, Receipt receipt, int turn, LoanPosition before, LoanPosition after,
        Allocation own, List<Alignments.Alignment> alignments) {

    /** How it changes where earlier money went; nothing unless it is back-dated. */
    Allocation change() {
        return alignments.stream().map(Alignments.Alignment::change).reduce(Allocations.NONE, Allocations::plus);
    }


    /** The entries it posts, as a page shows them. */
    List<NewEntry> entries(Loan loan, LoanPostings postings) {
        List<NewEntry> entries = new ArrayList<>();
        for (Alignments.Alignment day : alignments) {
            entries.add(postings.accrual(loan, id, day.valueDate(), day.through(), day.accrual()));
            if (day == alignments.get(0)) {
                entries.add(postings.receipt(loan, id, receipt, own));
            }
            entries.add(postings.waiver(loan, id, day.valueDate(), day.waiver()));
            entries.add(postings.reallocation(loan, id, day.valueDate(), LoanBooks.Reason.BACK_DATED.textKey, day.change()));
        }
        return entries.stream().filter(entry -> !entry.lines().isEmpty()).toList();
    }
}
