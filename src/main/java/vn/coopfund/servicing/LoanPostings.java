package vn.coopfund.servicing;

import java.time.LocalDate;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.Allocation;

/**
 * How the business facts of a loan become journal entries; every line names the loan and its borrower.
 * <pre>
 * fact                                   debit                    credit
 * disbursement                           1283                     112 | 111
 * in-term interest earned                1388                     515
 * receipt                                112 | 111                1283   principal
 *                                                                 1388   in-term interest
 *                                                                 515    overdue and late interest
 *                                                                 33881  what is left: the borrower's credit
 * credit used, or a reallocation after   33881                    1283, 1388, 515
 * a back-dated receipt: the net change
 * </pre>
 * A part below zero stands on the other side.
 */
final class LoanPostings {

    private static final String LOANS = "1283";
    private static final String INTEREST_RECEIVABLE = "1388";
    private static final String INTEREST_INCOME = "515";
    private static final String BORROWERS_CREDIT = "33881";

    private LoanPostings() {
    }

    /** Made by who prepared the payment and checked by who checked it; the cashier posts nothing. */
    static NewEntry disbursement(Loan loan, DisbursementView paid) {
        long amount = Dong.longOf(paid.amount());
        return NewEntry.of("disbursement:" + paid.id(), paid.paidOn(), "servicing.entry.disbursement", loan.number())
                .madeBy(paid.preparedBy()).checkedBy(paid.checkedBy())
                .debit(LOANS, amount, loan.dimensions())
                .credit(paid.channel().account(), amount, loan.dimensions());
    }

    /** In-term interest earned since the last time; below zero where a back-dated receipt made it less. */
    static NewEntry accrual(Loan loan, long id, LocalDate valueDate, LocalDate through, long earned) {
        NewEntry entry = NewEntry.of("accrual:" + id, valueDate, "servicing.entry.accrual", loan.number(), through);
        debit(entry, INTEREST_RECEIVABLE, earned, loan);
        credit(entry, INTEREST_INCOME, earned, loan);
        return entry;
    }

    static NewEntry receipt(Loan loan, long id, LocalDate on, Channel channel, Allocation parts) {
        NewEntry entry = NewEntry.of("repayment:" + id, on, "servicing.entry.receipt", loan.number());
        debit(entry, channel.account(), parts.total(), loan);
        return met(entry, loan, parts);
    }

    /** Money that was here already meets other parts than before; the parts sum to 0. */
    static NewEntry reallocation(Loan loan, long id, LocalDate on, String textKey, Allocation change) {
        return met(NewEntry.of("reallocation:" + id, on, textKey, loan.number()), loan, change);
    }

    private static NewEntry met(NewEntry entry, Loan loan, Allocation parts) {
        credit(entry, LOANS, parts.principal(), loan);
        credit(entry, INTEREST_RECEIVABLE, parts.interest(), loan);
        credit(entry, INTEREST_INCOME, parts.overdueInterest() + parts.lateInterest(), loan);
        credit(entry, BORROWERS_CREDIT, parts.credit(), loan);
        return entry;
    }

    private static void debit(NewEntry entry, String account, long amount, Loan loan) {
        if (amount < 0) {
            entry.credit(account, -amount, loan.dimensions());
        } else {
            entry.debit(account, amount, loan.dimensions());
        }
    }

    private static void credit(NewEntry entry, String account, long amount, Loan loan) {
        debit(entry, account, -amount, loan);
    }
}
