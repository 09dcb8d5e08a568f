package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.coopfund.ledger.Dimension;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.ledger.NewMemorandum;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.Allocation;

/**
 * How the business facts of a loan become journal entries; every line names the loan and its borrower. What is written
 * here holds for a loan that accrues; {@link LoanJournal} says what becomes of 1283, 1388 and 515 where it does not.
 * <pre>
 * fact                                   debit                    credit
 * disbursement                           1283                     112 | 111
 * in-term interest earned                1388                     515
 *   in official group 2 or worse         memorandum 941
 * receipt                                112 | 111                1283   principal
 *                                                                 1388   in-term interest
 *                                                                 515    overdue and late interest
 *                                                                 33881  what is left: the borrower's credit
 * credit used, or a reallocation after   33881                    1283, 1388, 515
 * a back-dated receipt: the net change
 * accrual stops: of this year           515                      1388
 *                of earlier years       635                      1388
 * charged off: specific and general     2293                     1283
 *              provision, the shortfall  6426
 * a live loan taken on                   1283 principal           the account chosen: 4118 unless
 *                                        1388 in-term interest    another is named
 * credit paid back                       33881                    112 | 111
 * in-term interest forgiven              635                      1388
 * </pre>
 * A part below zero stands on the other side.
 */
final class LoanPostings {

    static final String LOANS = "1283";
    static final String INTEREST_RECEIVABLE = "1388";
    static final String INTEREST_INCOME = "515";
    static final String UNCOLLECTED_INTEREST = "941";
    private static final String BORROWERS_CREDIT = "33881";
    static final String FINANCIAL_EXPENSE = "635";
    private static final String PROVISION = "2293";
    private static final String PROVISION_EXPENSE = "6426";

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
        return accrual(id, valueDate, loan.number(), through, earned, loan.dimensions());
    }

    /** The same at a month end. */
    static NewEntry accrual(EarnedInterest.Unposted earned, long id, LocalDate day) {
        return accrual(id, day, earned.number(), day, earned.amount(), Dimension.loan(earned.loan()),
                Dimension.borrower(earned.borrower()));
    }

    private static NewEntry accrual(long id, LocalDate valueDate, String number, LocalDate through, long earned,
            Dimension... loan) {
        NewEntry entry = NewEntry.of("accrual:" + id, valueDate, "servicing.entry.accrual", number, through);
        String debited = earned < 0 ? INTEREST_INCOME : INTEREST_RECEIVABLE;
        String credited = earned < 0 ? INTEREST_RECEIVABLE : INTEREST_INCOME;
        return entry.debit(debited, Math.abs(earned), loan).credit(credited, Math.abs(earned), loan);
    }

    /** In-term interest earned by a loan whose income waits until it is received. */
    static NewMemorandum uncollected(EarnedInterest.Unposted earned, long id, LocalDate day) {
        return new NewMemorandum("accrual:" + id, day, UNCOLLECTED_INTEREST, earned.amount(), earned.loan(),
                earned.borrower(), "servicing.entry.accrual", earned.number(), day);
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

    /** Interest that was accrued and not collected is income no more: this year's part 515, that of earlier years 635. */
    static NewEntry nonAccrual(Loan loan, String fact, LocalDate on, long thisYear, long earlierYears) {
        return NewEntry.of(fact, on, "servicing.entry.non-accrual", loan.number())
                .debit(INTEREST_INCOME, thisYear, loan.dimensions())
                .debit(FINANCIAL_EXPENSE, earlierYears, loan.dimensions())
                .credit(INTEREST_RECEIVABLE, thisYear + earlierYears, loan.dimensions());
    }

    /** The principal leaves the balance sheet against provisions; what they do not cover is expense. */
    static NewEntry chargeOff(Loan loan, LocalDate on, long principal, ProvisionUse use) {
        return NewEntry.of("charge-off:" + loan.id(), on, "servicing.entry.charge-off", loan.number())
                .debit(PROVISION, use.specific(), loan.dimensions())
                .debit(PROVISION, use.general(), loan.dimensions())
                .debit(PROVISION_EXPENSE, principal - use.total(), loan.dimensions())
                .credit(LOANS, principal, loan.dimensions());
    }

    /**
     * What was owed on a live loan when it was taken on; overdue and late interest are no income before they come.
     *
     * @param interest of in-term interest brought along what is receivable: none where the loan does not accrue, đồng
     */
    static NewEntry takenOn(Loan loan, LocalDate on, TakeOnTerms terms, long interest) {
        List<Dimension> against = new ArrayList<>(List.of(loan.dimensions()));
        if (terms.capitalSource() != null) {
            against.add(Dimension.capitalSource(terms.capitalSource()));
        }
        return NewEntry.of("taken-on:" + loan.id(), on, "servicing.entry.taken-on", loan.number())
                .debit(LOANS, terms.principal(), loan.dimensions())
                .debit(INTEREST_RECEIVABLE, interest, loan.dimensions())
                .credit(terms.account(), Math.addExact(terms.principal(), interest),
                        against.toArray(Dimension[]::new));
    }

    /** The borrower's credit is paid back. */
    static NewEntry refund(Loan loan, long id, LocalDate on, RefundTerms terms) {
        long amount = Dong.longOf(terms.amount());
        return NewEntry.of("refund:" + id, on, "servicing.entry.refund", loan.number())
                .debit(BORROWERS_CREDIT, amount, loan.dimensions())
                .credit(terms.channel().account(), amount, loan.dimensions());
    }

    /** In-term interest forgiven; below zero where a payment learned of late left less to forgive. */
    static NewEntry waiver(Loan loan, long id, LocalDate on, long amount) {
        NewEntry entry = NewEntry.of("waiver:" + id, on, "servicing.entry.waiver", loan.number());
        debit(entry, FINANCIAL_EXPENSE, amount, loan);
        credit(entry, INTEREST_RECEIVABLE, amount, loan);
        return entry;
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
