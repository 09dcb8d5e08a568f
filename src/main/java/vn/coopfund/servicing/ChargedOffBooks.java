package vn.coopfund.servicing;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.ledger.Memorandum;
import vn.coopfund.ledger.NewMemorandum;
import vn.coopfund.schedule.LoanPosition;

/** Debt off the balance sheet, in memorandum: principal, in-term, overdue and late interest each on its account. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ChargedOffBooks {

    private static final String PRINCIPAL = "9711";
    private static final String INTEREST = "9712";
    private static final String OVERDUE_INTEREST = "9713";
    private static final String LATE_INTEREST = "9714";
    private static final LocalDate FAR = LocalDate.of(2199, 12, 31);

    private final JdbcClient jdbc;
    private final Memorandum memorandum;

    ChargedOffBooks(JdbcClient jdbc, Memorandum memorandum) {
        this.jdbc = jdbc;
        this.memorandum = memorandum;
    }

    /** Brings memorandum to what the replay says; nothing for a loan that stands in the balance sheet. */
    void bring(Loan loan, LoanPosition position, LocalDate valueDate) {
        if (loan.state() == LoanState.CHARGED_OFF) {
            bring(loan, PRINCIPAL, position.principalOutstanding(), valueDate);
            bring(loan, INTEREST, position.interestDue() + position.interestAccrued(), valueDate);
            bring(loan, OVERDUE_INTEREST, position.overdueInterest(), valueDate);
            bring(loan, LATE_INTEREST, position.lateInterest(), valueDate);
        }
    }

    /** Nothing is pursued any more. */
    void clear(Loan loan, LocalDate valueDate) {
        for (String account : new String[] {PRINCIPAL, INTEREST, OVERDUE_INTEREST, LATE_INTEREST}) {
            bring(loan, account, 0, valueDate);
        }
    }

    /** Moves the uncollected interest of the time before the write-off out of its own account. */
    void takeOver(Loan loan, LocalDate valueDate) {
        bring(loan, LoanPostings.UNCOLLECTED_INTEREST, 0, valueDate);
    }

    private void bring(Loan loan, String account, long amount, LocalDate valueDate) {
        long change = amount - memorandum.balance(account, loan.id(), FAR);
        if (change != 0) {
            long turn = jdbc.sql("select nextval('servicing.charged_off_movement_seq')").query(Long.class).single();
            memorandum.record(new NewMemorandum("charged-off:" + loan.id() + ":" + turn, valueDate, account, change,
                    loan.id(), loan.borrowerId(), "servicing.entry.charged-off", loan.number()));
        }
    }
}
