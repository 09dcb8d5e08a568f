package vn.coopfund.servicing;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Balances;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.Memorandum;
import vn.coopfund.ledger.NewMemorandum;

/**
 * Moves a loan to another official group. From group 2 on, interest is income when it comes: what was accrued and not
 * collected is reversed and noted in memorandum. Back in group 1 accrual begins again that day.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class NonAccrual {

    private final JdbcClient jdbc;
    private final OfficialGroups groups;
    private final Positions positions;
    private final LoanBooks books;
    private final Balances balances;
    private final Journal journal;
    private final LoanPostings postings;
    private final Memorandum memorandum;
    private final BusinessDay businessDay;

    NonAccrual(JdbcClient jdbc, OfficialGroups groups, Positions positions, LoanBooks books, Balances balances,
            Journal journal, LoanPostings postings, Memorandum memorandum, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.groups = groups;
        this.positions = positions;
        this.books = books;
        this.balances = balances;
        this.journal = journal;
        this.postings = postings;
        this.memorandum = memorandum;
        this.businessDay = businessDay;
    }

    /** @param run the classification that says so; null for a write-off, or a loan that came with a group */
    void moveTo(Loan loan, int group, LocalDate asOf, Long run) {
        int before = groups.of(loan);
        if (before > 1 && group == 1) {
            earnUntilYesterday(loan);
        }
        groups.put(loan, group, asOf, run);
        if (before == 1 && group > 1) {
            stop(loan, businessDay.today());
        }
    }

    /**
     * After a receipt was taken back by a contra entry: what is earned and uncollected stands in 1388 and memorandum
     * together, and in memorandum alone where the loan does not accrue. What memorandum gets back is of the same day as the
     * contra entry, so that both agree on every day.
     */
    void takenBack(Loan loan, TakenReceipt receipt) {
        if (loan.state() == LoanState.CHARGED_OFF) {
            return;
        }
        LocalDate today = businessDay.today();
        long missing = books.standing(loan).uncollected() - memorandum.balance(postings.uncollected(), loan.id(), today)
                - balances.ofLoan(postings.receivable(today), loan.id(), today);
        if (missing != 0) {
            note(loan, "reversal:repayment:" + receipt.id(), receipt.valueDate(), missing);
        }
    }

    /**
     * After something came into the books on a day gone by: what had been taken out of 1388 on the days after it, when its
     * income stopped, is what stood there by then.
     */
    void stopAgain(Loan loan, LocalDate booked) {
        if (loan.state() != LoanState.CHARGED_OFF) {
            groups.stopsAfter(loan, booked).forEach(day -> stop(loan, day));
            if (groups.of(loan) > 1) {
                stop(loan, businessDay.today());
            }
        }
    }

    /** What was earned while it did not accrue belongs to memorandum. */
    private void earnUntilYesterday(Loan loan) {
        LocalDate yesterday = businessDay.today().minusDays(1);
        LocalDate through = books.standing(loan).through();
        if (yesterday.isAfter(through == null ? loan.disbursedOn() : through)) {
            books.accrue(loan, positions.of(loan), yesterday, businessDay.today());
        }
    }

    /** What was taken out on a day so far, and how much of it was income of that year; đồng. */
    private record Stopped(int times, long all, long thisYear) {
    }

    private void stop(Loan loan, LocalDate on) {
        long more = balances.ofLoan(postings.receivable(on), loan.id(), on);
        if (more == 0) {
            return;
        }
        Stopped before = stopped(loan, on);
        long thisYear = Math.min(before.all() + more, accruedInYear(loan, on)) - before.thisYear();
        String fact = "non-accrual:" + loan.id() + ":" + on + (before.times() == 0 ? "" : ":" + before.times());
        journal.post(postings.nonAccrual(loan, fact, on, thisYear, more - thisYear));
        note(loan, fact, on, more);
    }

    private Stopped stopped(Loan loan, LocalDate on) {
        return jdbc.sql("""
                select count(distinct e.id)::int as times,
                       coalesce(sum(p.credit - p.debit) filter (where p.account = :receivable), 0)::bigint as "all",
                       coalesce(sum(p.debit - p.credit) filter (where p.account = :income), 0)::bigint as this_year
                from ledger.posting p join ledger.entry e on e.id = p.entry_id
                where p.loan_id = :loan and p.booked_on = :on and e.source_fact like 'non-accrual:%'""")
                .param("receivable", postings.receivable(on)).param("income", postings.income(on))
                .param("loan", loan.id()).param("on", on).query(Stopped.class).single();
    }

    private void note(Loan loan, String fact, LocalDate on, long change) {
        memorandum.record(new NewMemorandum(fact, on, postings.uncollected(), change, loan.id(),
                loan.borrowerId(), "servicing.entry.uncollected-interest", loan.number()));
    }

    /** What is collected pays the oldest interest first, so what is left is the youngest. */
    private long accruedInYear(Loan loan, LocalDate on) {
        return jdbc.sql("""
                select coalesce(sum(debit), 0)::bigint from ledger.posting
                where loan_id = ? and account = ? and booked_on between ? and ?""")
                .params(loan.id(), postings.receivable(on), on.withDayOfYear(1), on).query(Long.class).single();
    }
}
