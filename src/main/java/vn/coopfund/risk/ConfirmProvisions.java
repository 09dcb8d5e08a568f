package vn.coopfund.risk;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.ledger.Posted;

/** The second person confirms the provisions of a month end: the difference to the months before is posted. */
@Act
@Allowed(Role.CHIEF_ACCOUNTANT)
public class ConfirmProvisions {

    private static final Long GENERAL = null;

    private final Provisions provisions;
    private final ProvisionBook book;
    private final Journal journal;
    private final RiskPostings postings;
    private final BusinessDay businessDay;
    private final MonthEnds monthEnds;

    ConfirmProvisions(Provisions provisions, ProvisionBook book, Journal journal, RiskPostings postings,
            BusinessDay businessDay, MonthEnds monthEnds) {
        this.provisions = provisions;
        this.book = book;
        this.journal = journal;
        this.postings = postings;
        this.businessDay = businessDay;
        this.monthEnds = monthEnds;
    }

    public void confirm(LocalDate asOf) {
        Provisions.Run run = provisions.lockPending(asOf);
        provisions.decide(run, Provisions.State.CONFIRMED, businessDay.today(), null);
        Map<Long, Long> added = new LinkedHashMap<>();
        Map<Long, Long> released = new LinkedHashMap<>();
        provisions.lines(run.id()).forEach(line -> sort(line.loanId(), line.change(), book.specificOf(line.loanId()),
                added, released));
        sort(GENERAL, run.generalTarget() - run.generalBefore(), book.general(businessDay.today()), added, released);
        long person = Actors.current().id();
        post(run, ProvisionBook.Movement.ADDITION, added,
                postings.addition(run, specific(added), added.getOrDefault(GENERAL, 0L), person));
        post(run, ProvisionBook.Movement.RELEASE, released,
                postings.release(run, specific(released), released.getOrDefault(GENERAL, 0L), person));
        monthEnds.tell("Message_ProvisionsConfirmed", asOf);
        monthEnds.overtake(asOf);
    }

    /** What was used since the month end cannot be released any more. */
    private static void sort(Long loan, long change, long held, Map<Long, Long> added, Map<Long, Long> released) {
        if (change > 0) {
            added.put(loan, change);
        } else if (change < 0) {
            released.put(loan, Math.min(-change, Math.max(0, held)));
        }
    }

    private static long specific(Map<Long, Long> parts) {
        return parts.entrySet().stream().filter(part -> part.getKey() != null).mapToLong(Map.Entry::getValue).sum();
    }

    private void post(Provisions.Run run, ProvisionBook.Movement movement, Map<Long, Long> parts, NewEntry entry) {
        if (entry.lines().isEmpty()) {
            return;
        }
        Posted posted = journal.post(entry);
        parts.forEach((loan, amount) -> book.move(
                loan == null ? ProvisionBook.Kind.GENERAL : ProvisionBook.Kind.SPECIFIC, movement, loan, amount,
                run.asOf(), posted));
    }
}
