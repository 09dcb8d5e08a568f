package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.coopfund.ledger.Dimension;
import vn.coopfund.ledger.KnownAccount;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.ledger.NewMemorandum;
import vn.coopfund.ledger.PostingTemplates;
import vn.coopfund.ledger.TermClass;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.Allocation;
import vn.coopfund.vouchers.BankAccounts;

/**
 * How the business facts of a loan become journal entries; every line names the loan, its borrower, its term class and
 * its official group of the day. Sides and accounts are those of the posting templates {@code loan.*}, which are data;
 * at the beginning they say what stands here. It holds for a loan that accrues; {@link LoanJournal} says what becomes of
 * principal, receivable and income where it does not.
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
@Component
class LoanPostings {

    /** Parts that {@link LoanJournal} rewrites where a loan does not accrue. */
    static final String PRINCIPAL = "principal";
    static final String RECEIVABLE = "receivable";
    static final String INCOME = "income";
    static final String EXPENSE = "expense";
    static final String RECOVERY = "recovery";
    private static final String MONEY = "money";
    private static final String CREDIT = "credit";

    private final PostingTemplates templates;
    private final OfficialGroups groups;
    private final BankAccounts banks;

    LoanPostings(PostingTemplates templates, OfficialGroups groups, BankAccounts banks) {
        this.templates = templates;
        this.groups = groups;
        this.banks = banks;
    }

    /** What every line of a loan's entries names. */
    Dimension[] dimensions(Loan loan) {
        return Stream.concat(Arrays.stream(loan.dimensions()), Stream.of(Dimension.debtGroup(groups.of(loan))))
                .toArray(Dimension[]::new);
    }

    /** The account on which interest earned and not collected stands. */
    String receivable(LocalDate day) {
        return templates.on("loan.accrual", day).part(RECEIVABLE).account();
    }

    /** The account of income from interest earned. */
    String income(LocalDate day) {
        return templates.on("loan.accrual", day).part(INCOME).account();
    }

    /** The account of memorandum on which interest earned in groups 2 to 5 is noted. */
    String uncollected() {
        return templates.account(KnownAccount.UNCOLLECTED_INTEREST);
    }

    private String money(Channel channel, Long bankAccount) {
        return channel == Channel.CASH ? templates.account(KnownAccount.CASH) : banks.ledgerAccount(bankAccount);
    }

    /** Made by who prepared the payment and checked by who checked it; the cashier posts nothing. */
    NewEntry disbursement(Loan loan, DisbursementView paid) {
        long amount = Dong.longOf(paid.amount());
        Dimension[] dimensions = dimensions(loan);
        return templates.begin("loan.disbursement", "disbursement:" + paid.id(), paid.paidOn(),
                        "servicing.entry.disbursement", loan.number())
                .madeBy(paid.preparedBy()).checkedBy(paid.checkedBy())
                .part(PRINCIPAL, amount, dimensions)
                .part(MONEY, money(paid.channel(), paid.bankAccount()), amount, dimensions);
    }

    /** In-term interest earned since the last time; below zero where a back-dated receipt made it less. */
    NewEntry accrual(Loan loan, long id, LocalDate valueDate, LocalDate through, long earned) {
        return accrual(id, valueDate, loan.number(), through, earned, dimensions(loan));
    }

    /** The same at a month end. */
    NewEntry accrual(EarnedInterest.Unposted earned, long id, LocalDate day) {
        return accrual(id, day, earned.number(), day, earned.amount(), Dimension.loan(earned.loan()),
                Dimension.borrower(earned.borrower()),
                Dimension.termClass(TermClass.of(earned.plannedOn(), earned.lastDueOn())),
                Dimension.debtGroup(earned.debtGroup()));
    }

    private NewEntry accrual(long id, LocalDate valueDate, String number, LocalDate through, long earned,
            Dimension... loan) {
        NewEntry entry = templates.begin("loan.accrual", "accrual:" + id, valueDate, "servicing.entry.accrual", number,
                through);
        return earned < 0 ? entry.part(INCOME, earned, loan).part(RECEIVABLE, earned, loan)
                : entry.part(RECEIVABLE, earned, loan).part(INCOME, earned, loan);
    }

    /** In-term interest earned by a loan whose income waits until it is received. */
    NewMemorandum uncollected(EarnedInterest.Unposted earned, long id, LocalDate day) {
        return new NewMemorandum("accrual:" + id, day, uncollected(), earned.amount(), earned.loan(),
                earned.borrower(), "servicing.entry.accrual", earned.number(), day);
    }

    NewEntry receipt(Loan loan, long id, Receipt receipt, Allocation parts) {
        Dimension[] dimensions = dimensions(loan);
        return met(templates.begin("loan.receipt", "repayment:" + id, receipt.valueDate(), "servicing.entry.receipt",
                        loan.number())
                .part(MONEY, money(receipt.channel(), receipt.bankAccount()), parts.total(), dimensions), parts.credit(), parts, dimensions);
    }

    /** Money that was here already meets other parts than before; the parts sum to 0. */
    NewEntry reallocation(Loan loan, long id, LocalDate on, String textKey, Allocation change) {
        return met(templates.begin("loan.reallocation", "reallocation:" + id, on, textKey, loan.number()),
                -change.credit(), change, dimensions(loan));
    }

    /** Interest that was accrued and not collected is income no more: this year's part 515, that of earlier years 635. */
    NewEntry nonAccrual(Loan loan, String fact, LocalDate on, long thisYear, long earlierYears) {
        Dimension[] dimensions = dimensions(loan);
        return templates.begin("loan.non-accrual", fact, on, "servicing.entry.non-accrual", loan.number())
                .part(INCOME, thisYear, dimensions)
                .part(EXPENSE, earlierYears, dimensions)
                .part(RECEIVABLE, thisYear + earlierYears, dimensions);
    }

    /** The principal leaves the balance sheet against provisions; what they do not cover is expense. */
    NewEntry chargeOff(Loan loan, long id, LocalDate on, long principal, ProvisionUse use) {
        Dimension[] dimensions = dimensions(loan);
        return templates.begin("loan.charge-off", "charge-off:" + loan.id() + ":" + id, on, "servicing.entry.charge-off", loan.number())
                .part("specific", use.specific(), dimensions)
                .part("general", use.general(), dimensions)
                .part("shortfall", principal - use.total(), dimensions)
                .part(PRINCIPAL, principal, dimensions);
    }

    /**
     * What was owed on a live loan when it was taken on; overdue and late interest are no income before they come.
     *
     * @param interest of in-term interest brought along what is receivable: none where the loan does not accrue, đồng
     */
    NewEntry takenOn(Loan loan, LocalDate on, TakeOnTerms terms, long interest) {
        Dimension[] dimensions = Stream.concat(Arrays.stream(loan.dimensions()),
                Stream.of(Dimension.debtGroup(terms.debtGroup()))).toArray(Dimension[]::new);
        Dimension[] against = Stream.concat(Arrays.stream(dimensions),
                Stream.ofNullable(terms.capitalSource()).map(Dimension::capitalSource)).toArray(Dimension[]::new);
        return templates.begin("loan.taken-on", "taken-on:" + loan.id(), on, "servicing.entry.taken-on", loan.number())
                .part(PRINCIPAL, terms.principal(), dimensions)
                .part(RECEIVABLE, interest, dimensions)
                .part("against", terms.account(), Math.addExact(terms.principal(), interest), against);
    }

    /** The borrower's credit is paid back. */
    NewEntry refund(Loan loan, long id, LocalDate on, RefundTerms terms) {
        long amount = Dong.longOf(terms.amount());
        Dimension[] dimensions = dimensions(loan);
        return templates.begin("loan.refund", "refund:" + id, on, "servicing.entry.refund", loan.number())
                .part(CREDIT, amount, dimensions)
                .part(MONEY, money(terms.channel(), terms.bankAccount()), amount, dimensions);
    }

    /** In-term interest forgiven; below zero where a payment learned of late left less to forgive. */
    NewEntry waiver(Loan loan, long id, LocalDate on, long amount) {
        Dimension[] dimensions = dimensions(loan);
        return templates.begin("loan.waiver", "waiver:" + id, on, "servicing.entry.waiver", loan.number())
                .part(EXPENSE, amount, dimensions)
                .part(RECEIVABLE, amount, dimensions);
    }

    private static NewEntry met(NewEntry entry, long credit, Allocation parts, Dimension... loan) {
        return entry.part(PRINCIPAL, parts.principal(), loan)
                .part(RECEIVABLE, parts.interest(), loan)
                .part(INCOME, parts.overdueInterest() + parts.lateInterest(), loan)
                .part(CREDIT, credit, loan);
    }
}
