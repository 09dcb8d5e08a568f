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
            stop(loan, businessDay.today(), loan.id() + ":" + businessDay.today());
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
        if (groups.of(loan) > 1) {
            stop(loan, today, "reversal:" + receipt.id());
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

    private void stop(Loan loan, LocalDate on, String fact) {
        long uncollected = balances.ofLoan(postings.receivable(on), loan.id(), on);
        if (uncollected <= 0) {
            return;
        }
        long thisYear = Math.min(uncollected, accruedInYear(loan, on));
        journal.post(postings.nonAccrual(loan, "non-accrual:" + fact, on, thisYear, uncollected - thisYear));
        note(loan, "non-accrual:" + fact, on, uncollected);
    }

    private void note(Loan loan, String fact, LocalDate on, long change) {
        memorandum.record(new NewMemorandum(fact, on, postings.uncollected(), change, loan.id(),
                loan.borrowerId(), "servicing.entry.uncollected-interest", loan.number()));
    }

    /** What is collected pays the oldest interest first, so what is left is the youngest. */
    private long accruedInYear(Loan loan, LocalDate on) {
        return jdbc.sql("""
                select coalesce(sum(debit), 0)::bigint from ledger.posting
                where loan_id = ? and account = ? and booked_on >= ?""")
                .params(loan.id(), postings.receivable(on), on.withDayOfYear(1)).query(Long.class).single();
    }
}
