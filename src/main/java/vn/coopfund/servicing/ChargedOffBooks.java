package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.ledger.Memorandum;
import vn.coopfund.ledger.NewMemorandum;
import vn.coopfund.ledger.PostingTemplates;
import vn.coopfund.schedule.LoanPosition;

/** Debt off the balance sheet, in memorandum: principal, in-term, overdue and late interest each on its account. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ChargedOffBooks {

    private static final String TEMPLATE = "memorandum.charged-off";
    private static final String PRINCIPAL = "principal";
    private static final String INTEREST = "interest";
    private static final String OVERDUE_INTEREST = "overdue-interest";
    private static final String LATE_INTEREST = "late-interest";
    private static final LocalDate FAR = LocalDate.of(2199, 12, 31);

    private final JdbcClient jdbc;
    private final Memorandum memorandum;
    private final PostingTemplates templates;
    private final LoanPostings postings;

    ChargedOffBooks(JdbcClient jdbc, Memorandum memorandum, PostingTemplates templates, LoanPostings postings) {
        this.jdbc = jdbc;
        this.memorandum = memorandum;
        this.templates = templates;
        this.postings = postings;
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
        for (String part : List.of(PRINCIPAL, INTEREST, OVERDUE_INTEREST, LATE_INTEREST)) {
            bring(loan, part, 0, valueDate);
        }
    }

    /** Moves the uncollected interest of the time before the write-off out of its own account. */
    void takeOver(Loan loan, LocalDate valueDate) {
        stand(loan, postings.uncollected(), 0, valueDate);
    }

    /** The other way: what was earned and not collected stands in its own account again. */
    void bringBack(Loan loan, long uncollected, LocalDate valueDate) {
        stand(loan, postings.uncollected(), uncollected, valueDate);
    }

    private void bring(Loan loan, String part, long amount, LocalDate valueDate) {
        stand(loan, templates.on(TEMPLATE, valueDate).part(part).account(), amount, valueDate);
    }

    private void stand(Loan loan, String account, long amount, LocalDate valueDate) {
        long change = amount - memorandum.balance(account, loan.id(), FAR);
        if (change != 0) {
            long turn = jdbc.sql("select nextval('servicing.charged_off_movement_seq')").query(Long.class).single();
            memorandum.record(new NewMemorandum("charged-off:" + loan.id() + ":" + turn, valueDate, account, change,
                    loan.id(), loan.borrowerId(), "servicing.entry.charged-off", loan.number()));
        }
    }
}
