package vn.coopfund.servicing;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.coopfund.cooperatives.BorrowerView;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.documents.Attachments;
import vn.coopfund.documents.NumberSeries;
import vn.coopfund.documents.PrintedForms;
import vn.coopfund.documents.Signature;
import vn.coopfund.money.AmountInWords;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.LoanPosition;

/** The drawdown note (giấy nhận nợ): numbered, printed with the schedule that now holds, kept among the loan's papers. */
@Component
class DrawdownNotes {

    static final String KIND = "DRAWDOWN_NOTE";
    private static final String SYMBOL = "GNN-QHTX";

    private final NumberSeries numbers;
    private final PrintedForms forms;
    private final Attachments attachments;
    private final Borrowers borrowers;

    DrawdownNotes(NumberSeries numbers, PrintedForms forms, Attachments attachments, Borrowers borrowers) {
        this.numbers = numbers;
        this.forms = forms;
        this.attachments = attachments;
        this.borrowers = borrowers;
    }

    record Note(String number, long paperId) {
    }

    Note issue(Loan loan, Disbursement disbursement, LoanPosition position) {
        DisbursementView paid = disbursement.view();
        String number = numbers.nextWritten(SYMBOL, paid.paidOn().getYear());
        BorrowerView borrower = borrowers.byId(loan.borrowerId());
        byte[] pdf = forms.pdf("servicing/print/drawdown-note", Map.of("number", number, "date", paid.paidOn(),
                "loan", loan.view(), "borrower", borrower,
                "registration", borrowers.forPaper(borrower.id()).number(), "disbursement", paid,
                "words", AmountInWords.WITH_LE.of(Dong.longOf(paid.amount())), "tranche", paid.tranche(),
                "rows", position.rows().stream().filter(row -> row.payment() > 0 && row.dueOn().isAfter(paid.paidOn())).toList(),
                "signatures", List.of(
                        Signature.sealed("servicing.print.borrower", borrower.representativeName()),
                        Signature.sealed("servicing.print.director", null))));
        return new Note(number, attachments.store(loan.subject(), KIND,
                "giay-nhan-no-" + number.replace('/', '-') + ".pdf", pdf).id());
    }
}
