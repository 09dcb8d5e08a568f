package vn.coopfund.servicing;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.database.Ids;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.ledger.Periods;
import vn.coopfund.ledger.Posted;
import vn.coopfund.schedule.Allocation;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.RunningLoan;

/** What of a loan stands in the books, and the entries that bring the books to what the replay says. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LoanBooks {

    /** Why money that was here already met other parts. */
    enum Reason {
        CREDIT_USED("servicing.entry.credit-used"), BACK_DATED("servicing.entry.reallocation"),
        REVERSED("servicing.entry.reallocation-reversed"), DISBURSED("servicing.entry.reallocation-disbursed"),
        REFUNDED("servicing.entry.reallocation-refunded"), WAIVED("servicing.entry.reallocation-waived"),
        RESTRUCTURED("servicing.entry.reallocation-restructured"),
        ACCELERATED("servicing.entry.reallocation-accelerated");

        final String textKey;

        Reason(String textKey) {
            this.textKey = textKey;
        }
    }

    private final JdbcClient jdbc;
    private final LoanJournal journal;
    private final LoanPostings postings;
    private final Periods periods;
    private final Ids ids;

    LoanBooks(JdbcClient jdbc, LoanJournal journal, LoanPostings postings, Periods periods, Ids ids) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.postings = postings;
        this.periods = periods;
        this.ids = ids;
    }

    /**
     * What stands in the books so far.
     *
     * @param accrued  in-term interest in the general ledger, đồng
     * @param through  the day to which it was accrued; null before the first time
     * @param received where all money of the loan stands, receipts and later changes together
     * @param waived   in-term interest forgiven, đồng
     */
    record Standing(long accrued, LocalDate through, Allocation received, long waived) {

        static final Standing NOTHING = new Standing(0, null, Allocations.NONE, 0);

        Standing plus(Standing more) {
            return new Standing(accrued + more.accrued, latest(through, more.through), Allocations.plus(received, more.received),
                    waived + more.waived);
        }

        private static LocalDate latest(LocalDate one, LocalDate other) {
            return one == null || other != null && other.isAfter(one) ? other : one;
        }

        /** What the replay says less what is posted. */
        Allocation missing(LoanPosition position) {
            return Allocations.minus(Allocations.all(position), received);
        }

        /** In-term interest that is earned in the books, and neither collected nor forgiven there, đồng. */
        long uncollected() {
            return accrued - received.interest() - waived;
        }
    }

    /** Something posted, and the days of the books on which it stands. */
    record Row(InBooks days, Standing part) {
    }

    /** What was posted of a loan, those receipts too that were taken back. */
    record Rows(List<Row> all) {

        Standing standing() {
            return sum(InBooks::stands);
        }

        /** At the end of a day of the books. */
        Standing standing(LocalDate day) {
            return sum(days -> days.stood(day));
        }

        Rows with(Row more) {
            return new Rows(Stream.concat(all.stream(), Stream.of(more)).toList());
        }

        private Standing sum(Predicate<InBooks> stood) {
            return all.stream().filter(row -> stood.test(row.days())).map(Row::part).reduce(Standing.NOTHING, Standing::plus);
        }
    }

    Standing standing(Loan loan) {
        return rows(loan).standing();
    }

    Rows rows(Loan loan) {
        return new Rows(jdbc.sql("""
                select booked_on, null::date as taken_back, amount as accrued, through_on, 0 as principal, 0 as interest,
                       0 as overdue_interest, 0 as late_interest, 0 as credit, 0 as waived
                from servicing.accrual where loan_id = :loan
                union all
                select booked_on, reversal_booked_on, 0, null, principal, interest, overdue_interest, late_interest, credit, 0
                from servicing.repayment where loan_id = :loan
                union all
                select booked_on, null, 0, null, principal, interest, overdue_interest, late_interest, credit, 0
                from servicing.reallocation where loan_id = :loan
                union all
                select booked_on, null, 0, null, 0, 0, 0, 0, 0, amount from servicing.waiver_posting where loan_id = :loan""")
                .param("loan", loan.id()).query((row, number) -> new Row(
                        new InBooks(row.getObject("booked_on", LocalDate.class), row.getObject("taken_back", LocalDate.class)),
                        new Standing(row.getLong("accrued"), row.getObject("through_on", LocalDate.class),
                                new Allocation(row.getLong("principal"), row.getLong("interest"), row.getLong("overdue_interest"),
                                        row.getLong("late_interest"), row.getLong("credit")), row.getLong("waived")))).list());
    }

    /** Posts what was earned in term through the day and is not in the books yet; dated by the fact that asks. */
    void accrue(Loan loan, RunningLoan running, LocalDate through, LocalDate valueDate) {
        accrue(loan, running.at(through).interestEarned() - standing(loan).accrued(), through, valueDate);
    }

    /** The same where the amount is known. */
    void accrue(Loan loan, long earned, LocalDate through, LocalDate valueDate) {
        if (earned == 0) {
            return;
        }
        long id = next("accrual");
        Posted entry = journal.post(loan, postings.accrual(loan, id, valueDate, through, earned)).orElse(null);
        jdbc.sql("insert into servicing.accrual (id, loan_id, through_on, amount, booked_on, entry_id) "
                        + "values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(id, loan.id(), through, earned, bookedOn(entry, valueDate),
                        entry == null ? null : entry.entryId())).update();
    }

    /** Brings the books of one day to what its facts say. */
    void align(Loan loan, Reason reason, Alignments.Alignment lacks) {
        accrue(loan, lacks.accrual(), lacks.through(), lacks.valueDate());
        change(loan, reason, lacks);
    }

    /** The same where the interest is posted already. */
    void change(Loan loan, Reason reason, Alignments.Alignment lacks) {
        waive(loan, lacks.waiver(), lacks.valueDate());
        reallocate(loan, reason, lacks.valueDate(), lacks.change());
    }

    /** Posts the change of earlier allocations; it may change no account, only the loan's own ledger. */
    void reallocate(Loan loan, Reason reason, LocalDate valueDate, Allocation change) {
        if (Allocations.isNone(change)) {
            return;
        }
        long id = next("reallocation");
        Posted posted = journal.post(loan, postings.reallocation(loan, id, valueDate, reason.textKey, change))
                .orElse(null);
        jdbc.sql("""
                insert into servicing.reallocation (id, loan_id, reason, value_date, booked_on, principal, interest,
                    overdue_interest, late_interest, credit, entry_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, loan.id(), reason.name(), valueDate,
                        bookedOn(posted, valueDate), change.principal(),
                        change.interest(), change.overdueInterest(), change.lateInterest(), change.credit(),
                        posted == null ? null : posted.entryId()).update();
    }

    private LocalDate bookedOn(Posted posted, LocalDate valueDate) {
        return posted == null ? periods.bookingDay(valueDate) : posted.bookedOn();
    }

    /** Posts by how much what is forgiven of in-term interest changes. */
    private void waive(Loan loan, long missing, LocalDate valueDate) {
        if (missing == 0) {
            return;
        }
        long id = next("waiver_posting");
        Posted entry = journal.post(loan, signed(loan, postings.waiver(loan, id, valueDate, missing)))
                .orElse(null);
        jdbc.sql("insert into servicing.waiver_posting (id, loan_id, amount, value_date, booked_on, entry_id) "
                        + "values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(id, loan.id(), missing, valueDate, bookedOn(entry, valueDate),
                        entry == null ? null : entry.entryId())).update();
    }

    /** Made by who asked for the last waiver, checked by who let it be: at its own time that is the present actor. */
    private NewEntry signed(Loan loan, NewEntry entry) {
        record Signed(Long maker, Long checker) {
        }
        Signed by = jdbc.sql("""
                select p.proposed_by as maker, nullif(coalesce(p.decided_by, :actor), p.proposed_by) as checker
                from servicing.waiver w join servicing.proposal p on p.id = w.proposal_id
                where w.loan_id = :loan order by w.id desc limit 1""")
                .param("loan", loan.id()).param("actor", Actors.current().isSystem() ? null : Actors.current().id(),
                        Types.BIGINT)
                .query(Signed.class).single();
        entry.madeBy(by.maker());
        return by.checker() == null ? entry : entry.checkedBy(by.checker());
    }

    private long next(String table) {
        return ids.next("servicing." + table + "_seq");
    }
}
