package vn.coopfund.servicing;

import java.util.Locale;
import javax.money.MonetaryAmount;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.access.People;
import vn.coopfund.cooperatives.BorrowerView;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.ledger.Posted;
import vn.coopfund.vouchers.Party;
import vn.coopfund.vouchers.VoucherKind;
import vn.coopfund.vouchers.Vouchers;
import vn.coopfund.web.Texts;

/** The papers of money of a loan: payment order or phiếu chi, credit advice or phiếu thu. */
@Component
class LoanVouchers {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Vouchers vouchers;
    private final Borrowers borrowers;
    private final People people;
    private final Texts texts;

    LoanVouchers(Vouchers vouchers, Borrowers borrowers, People people, Texts texts) {
        this.vouchers = vouchers;
        this.borrowers = borrowers;
        this.people = people;
        this.texts = texts;
    }

    /** Returns the voucher's id; its maker is who prepared the payment, never the cashier who pays it. */
    long disbursement(Loan loan, DisbursementView paid, Posted entry) {
        VoucherKind kind = paid.channel() == Channel.BANK ? VoucherKind.PAYMENT_ORDER : VoucherKind.PAYMENT;
        return Actors.as(people.find(paid.preparedBy()).orElseThrow(), () ->
                issue(loan, kind, entry, paid.amount(), paid.account(), "servicing.entry.disbursement"));
    }

    /** Returns the voucher's id. */
    long receipt(Loan loan, Receipt receipt, Posted entry) {
        VoucherKind kind = receipt.channel() == Channel.BANK ? VoucherKind.CREDIT_ADVICE : VoucherKind.RECEIPT;
        return issue(loan, kind, entry, receipt.amount(), null, "servicing.entry.receipt");
    }

    private long issue(Loan loan, VoucherKind kind, Posted entry, MonetaryAmount amount, String account, String text) {
        BorrowerView borrower = borrowers.byId(loan.borrowerId());
        return vouchers.issue(kind, entry, new Party(borrower.name(), borrower.address(), account), amount,
                texts.in(VIETNAMESE, text, loan.number())).id();
    }
}
