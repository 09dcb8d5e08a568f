package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.documents.Attachments;
import vn.coopfund.documents.NumberSeries;
import vn.coopfund.documents.PrintedForms;
import vn.coopfund.documents.Signature;
import vn.coopfund.money.AmountInWords;
import vn.coopfund.money.Dong;
import vn.coopfund.vouchers.FundAccount;
import vn.coopfund.vouchers.TransferRequests;

/** The notice by which a loan is called back (thông báo thu hồi nợ trước hạn): on paper among the loan's, and in the app. */
@Component
class RecallNotices {

    static final String KIND = "RECALL_NOTICE";
    private static final String SYMBOL = "TB-QHTX";

    private final Loans loans;
    private final NumberSeries numbers;
    private final PrintedForms forms;
    private final Attachments attachments;
    private final FundAccount fund;
    private final TransferRequests transfers;
    private final BusinessDay businessDay;
    private final BorrowerNotices notices;

    RecallNotices(Loans loans, NumberSeries numbers, PrintedForms forms, Attachments attachments, FundAccount fund,
            TransferRequests transfers, BusinessDay businessDay, BorrowerNotices notices) {
        this.loans = loans;
        this.numbers = numbers;
        this.forms = forms;
        this.attachments = attachments;
        this.fund = fund;
        this.transfers = transfers;
        this.businessDay = businessDay;
        this.notices = notices;
    }

    String nextNumber(LocalDate on) {
        return numbers.nextWritten(SYMBOL, on.getYear());
    }

    /** @param called principal that was not yet due, đồng */
    void issue(Loan loan, String number, LocalDate payBy, String why, long called) {
        LoanFile file = loans.file(loan.id());
        Map<String, Object> model = new HashMap<>();
        model.put("number", number);
        model.put("date", businessDay.today());
        model.put("file", file);
        model.put("loan", file.loan());
        model.put("borrower", file.borrower());
        model.put("fund", fund.get());
        model.put("transfer", transfers.forLoan(loan.number(), Dong.of(file.toAskFor())).orElse(null));
        model.put("payBy", payBy);
        model.put("why", why);
        model.put("called", Dong.of(called));
        model.put("words", AmountInWords.WITH_LE.of(called));
        model.put("coming", file.coming());
        model.put("signatures", List.of(Signature.sealed("servicing.print.director", null)));
        attachments.store(loan.subject(), KIND, filename(number), forms.pdf("servicing/print/recall-notice", model));
        notices.tell(loan, "servicing.notice.accelerated", loan.number(), payBy, number);
    }

    /** The recall was taken back: so is its notice. */
    void withdraw(Loan loan, String number) {
        attachments.of(loan.subject()).stream().filter(paper -> paper.kind().equals(KIND) && paper.filename().equals(filename(number)))
                .forEach(paper -> attachments.withdraw(loan.subject(), paper.id()));
        notices.tell(loan, "servicing.notice.acceleration-reversed", loan.number(), number);
    }

    private static String filename(String number) {
        return "thong-bao-thu-hoi-no-" + number.replace('/', '-') + ".pdf";
    }
}
