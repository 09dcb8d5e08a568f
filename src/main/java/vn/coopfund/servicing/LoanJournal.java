package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.Line;
import vn.coopfund.ledger.Memorandum;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.ledger.NewMemorandum;
import vn.coopfund.ledger.Periods;
import vn.coopfund.ledger.Posted;

/**
 * The one door through which entries of a loan come into the books. {@link LoanPostings} writes them for a loan that
 * accrues; here, and nowhere else, stands what is different when it does not:
 * <pre>
 * official group 2 to 5      1388 becomes 515, and memorandum 941 moves by the same amount: interest earned is only
 *   on the day in the books  noted, interest received is income when it comes, interest forgiven was never income
 * group 1 after a return     what still stands in 941 is older than what stands in 1388 and is taken out first
 * charged off                1283, 1388 and 515 together become 711; memorandum 9711 to 9714 follows the replay
 * </pre>
 * So for every loan 1283 is the principal not written off, and 1388 + memorandum the in-term interest earned and unpaid.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LoanJournal {

    private final Journal journal;
    private final Memorandum memorandum;
    private final OfficialGroups groups;
    private final LoanPostings postings;
    private final Periods periods;
    private final BusinessDay businessDay;

    LoanJournal(Journal journal, Memorandum memorandum, OfficialGroups groups, LoanPostings postings, Periods periods,
            BusinessDay businessDay) {
        this.journal = journal;
        this.memorandum = memorandum;
        this.groups = groups;
        this.postings = postings;
        this.periods = periods;
        this.businessDay = businessDay;
    }

    /** Posts what is left to post; empty where only memorandum moved, or nothing at all. */
    Optional<Posted> post(Loan loan, NewEntry entry) {
        long noted = apart(loan, entry);
        note(loan, entry, noted);
        return entry.lines().isEmpty() ? Optional.empty() : Optional.of(journal.post(entry));
    }

    /** The same for an entry that moves money, of which something is always left. */
    Posted postMoney(Loan loan, NewEntry entry) {
        return post(loan, entry).orElseThrow();
    }

    /** The lines that would be posted, for a page that shows them before. */
    @Transactional(propagation = Propagation.SUPPORTS)
    List<Line> shown(Loan loan, NewEntry entry) {
        apart(loan, entry);
        return entry.lines();
    }

    /** Rewrites the entry where the loan does not accrue; answers by how much its noted interest moves. */
    private long apart(Loan loan, NewEntry entry) {
        if (loan.state() == LoanState.CHARGED_OFF) {
            recovered(loan, entry);
            return 0;
        }
        long interest = entry.net(LoanPostings.RECEIVABLE);
        long noted = interest == 0 ? 0 : noted(loan, interest, entry.valueDate());
        if (noted != 0) {
            entry.renet(LoanPostings.RECEIVABLE, interest - noted, postings.dimensions(loan));
            String result = entry.net(LoanPostings.EXPENSE) == 0 ? LoanPostings.INCOME
                    : LoanPostings.EXPENSE;
            entry.renet(result, entry.net(result) + noted, postings.dimensions(loan));
        }
        return noted;
    }

    private long noted(Loan loan, long interest, LocalDate valueDate) {
        LocalDate booked = periods.bookingDay(valueDate);
        if ((booked.isBefore(businessDay.today()) ? groups.on(loan, booked) : groups.of(loan)) > 1) {
            return interest;
        }
        return interest > 0 ? 0 : -Math.min(-interest, memorandum.lowestSince(booked, postings.uncollected(), loan.id()));
    }

    private void recovered(Loan loan, NewEntry entry) {
        long owed = 0;
        for (String part : List.of(LoanPostings.PRINCIPAL, LoanPostings.RECEIVABLE, LoanPostings.INCOME)) {
            owed += entry.net(part);
            entry.renet(part, 0);
        }
        entry.renet(LoanPostings.RECOVERY, entry.net(LoanPostings.RECOVERY) + owed, postings.dimensions(loan));
    }

    /** Uncollected interest moves in memorandum, as the entry's fact says. */
    void note(Loan loan, NewEntry entry, long change) {
        if (change != 0) {
            memorandum.record(new NewMemorandum(entry.sourceFact(), entry.valueDate(), postings.uncollected(), change,
                    loan.id(), loan.borrowerId(), "servicing.entry.uncollected-interest", loan.number()));
        }
    }
}
