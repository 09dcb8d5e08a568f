package vn.coopfund.servicing;

import java.util.Locale;
import javax.money.MonetaryAmount;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.access.People;
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
                issue(vouchers.reserve(), loan, kind, entry, paid.amount(), paid.account(), "servicing.entry.disbursement"));
    }

    /** The id of the paper of a receipt, which {@link #receipt} issues when all else is done. */
    long reserve() {
        return vouchers.reserve();
    }

    void receipt(long id, Loan loan, Receipt receipt, Posted entry) {
        VoucherKind kind = receipt.channel() == Channel.BANK ? VoucherKind.CREDIT_ADVICE : VoucherKind.RECEIPT;
        issue(id, loan, kind, entry, receipt.amount(), null, "servicing.entry.receipt");
    }

    /** Returns the voucher's id. */
    long refund(Loan loan, RefundTerms terms, Posted entry) {
        VoucherKind kind = terms.channel() == Channel.BANK ? VoucherKind.PAYMENT_ORDER : VoucherKind.PAYMENT;
        return issue(vouchers.reserve(), loan, kind, entry, terms.amount(), terms.account(), "servicing.entry.refund");
    }

    private long issue(long id, Loan loan, VoucherKind kind, Posted entry, MonetaryAmount amount, String account,
            String text) {
        Borrowers.Addressee borrower = borrowers.addressee(loan.borrowerId());
        return vouchers.issue(id, kind, entry, new Party(borrower.name(), borrower.address(), account), amount,
                texts.in(VIETNAMESE, text, loan.number())).id();
    }
}
