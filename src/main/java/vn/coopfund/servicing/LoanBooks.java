package vn.coopfund.servicing;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.ledger.Journal;
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
        CREDIT_USED("servicing.entry.credit-used"), BACK_DATED("servicing.entry.reallocation");

        final String textKey;

        Reason(String textKey) {
            this.textKey = textKey;
        }
    }

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Periods periods;

    LoanBooks(JdbcClient jdbc, Journal journal, Periods periods) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.periods = periods;
    }

    /** In-term interest in the general ledger so far; {@code through} is null before the first time. */
    record Accrued(long amount, LocalDate through) {
    }

    Accrued accrued(Loan loan) {
        return jdbc.sql("select coalesce(sum(amount), 0)::bigint as amount, max(through_on) as through "
                + "from servicing.accrual where loan_id = ?").param(loan.id()).query(Accrued.class).single();
    }

    /** Where all money of the loan stands, receipts and later changes together. */
    Allocation posted(Loan loan) {
        return jdbc.sql("""
                select coalesce(sum(principal), 0)::bigint as principal, coalesce(sum(interest), 0)::bigint as interest,
                       coalesce(sum(overdue_interest), 0)::bigint as overdue_interest,
                       coalesce(sum(late_interest), 0)::bigint as late_interest, coalesce(sum(credit), 0)::bigint as credit
                from (select principal, interest, overdue_interest, late_interest, credit
                      from servicing.repayment where loan_id = :loan
                      union all
                      select principal, interest, overdue_interest, late_interest, credit
                      from servicing.reallocation where loan_id = :loan) as posted""")
                .param("loan", loan.id()).query(Allocation.class).single();
    }

    /** Posts what was earned in term through the day and is not in the books yet; dated by the fact that asks. */
    void accrue(Loan loan, RunningLoan running, LocalDate through, LocalDate valueDate) {
        long earned = running.at(through).interestEarned() - accrued(loan).amount();
        if (earned == 0) {
            return;
        }
        long id = next("accrual");
        Posted entry = journal.post(LoanPostings.accrual(loan, id, valueDate, through, earned));
        jdbc.sql("insert into servicing.accrual (id, loan_id, through_on, amount, booked_on, entry_id) "
                        + "values (?, ?, ?, ?, ?, ?)")
                .params(id, loan.id(), through, earned, entry.bookedOn(), entry.entryId()).update();
    }

    /** Posts the change of earlier allocations; it may change no account, only the loan's own ledger. */
    void reallocate(Loan loan, Reason reason, LocalDate valueDate, Allocation change) {
        if (Allocations.isNone(change)) {
            return;
        }
        long id = next("reallocation");
        NewEntry entry = LoanPostings.reallocation(loan, id, valueDate, reason.textKey, change);
        Posted posted = entry.lines().isEmpty() ? null : journal.post(entry);
        jdbc.sql("""
                insert into servicing.reallocation (id, loan_id, reason, value_date, booked_on, principal, interest,
                    overdue_interest, late_interest, credit, entry_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, loan.id(), reason.name(), valueDate,
                        posted == null ? periods.bookingDay(valueDate) : posted.bookedOn(), change.principal(),
                        change.interest(), change.overdueInterest(), change.lateInterest(), change.credit(),
                        posted == null ? null : posted.entryId()).update();
    }

    /** What the replay says less what is posted. */
    Allocation missing(Loan loan, LoanPosition position) {
        return Allocations.minus(Allocations.all(position), posted(loan));
    }

    private long next(String table) {
        return jdbc.sql("select nextval('servicing." + table + "_seq')").query(Long.class).single();
    }
}
