package vn.coopfund.servicing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.cooperatives.BorrowerView;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.documents.Attachments;
import vn.coopfund.documents.NumberSeries;
import vn.coopfund.documents.PrintedForms;
import vn.coopfund.documents.Signature;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.RowPosition;
import vn.coopfund.vouchers.FundAccount;
import vn.coopfund.vouchers.TransferRequests;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/** Issues a notice to the borrower: of what falls due, or that principal unpaid is transferred to overdue. */
@Act
@Allowed({Role.LOAN_OFFICER, Role.ACCOUNTANT})
public class IssueLoanNotice {

    private static final String SYMBOL = "TB-QHTX";

    private final LoanDesk desk;
    private final Loans loans;
    private final Borrowers borrowers;
    private final NumberSeries numbers;
    private final PrintedForms forms;
    private final Attachments attachments;
    private final FundAccount fund;
    private final TransferRequests transfers;
    private final BusinessDay businessDay;
    private final CaseEvents events;

    IssueLoanNotice(LoanDesk desk, Loans loans, Borrowers borrowers, NumberSeries numbers, PrintedForms forms,
            Attachments attachments, FundAccount fund, TransferRequests transfers, BusinessDay businessDay, CaseEvents events) {
        this.desk = desk;
        this.loans = loans;
        this.borrowers = borrowers;
        this.numbers = numbers;
        this.forms = forms;
        this.attachments = attachments;
        this.fund = fund;
        this.transfers = transfers;
        this.businessDay = businessDay;
        this.events = events;
    }

    /** Returns the id of the paper; it is kept among the loan's. */
    public Long issue(Subject subject, LoanNoticeKind kind) {
        Loan loan = desk.lock(subject);
        loan.requireRunning();
        LoanFile file = loans.file(loan.id());
        if (kind == LoanNoticeKind.OVERDUE_NOTICE && file.daysPastDue() == 0) {
            throw Refusal.conflict("servicing.refused.not-overdue", loan.number());
        }
        if (kind == LoanNoticeKind.DUE_NOTICE && file.nextDue() == null) {
            throw Refusal.conflict("servicing.refused.nothing-owed");
        }
        String number = numbers.nextWritten(SYMBOL, businessDay.today().getYear());
        long paper = attachments.store(subject, kind.name(), kind.filename + "-" + number.replace('/', '-') + ".pdf",
                forms.pdf(kind.template, model(file, number))).id();
        events.tell(subject, "servicing.event.notice-issued", "#" + kind.key(), number);
        return paper;
    }

    private Map<String, Object> model(LoanFile file, String number) {
        BorrowerView borrower = file.borrower();
        Map<String, Object> model = new HashMap<>();
        model.put("number", number);
        model.put("date", businessDay.today());
        model.put("file", file);
        model.put("loan", file.loan());
        model.put("borrower", borrower);
        model.put("fund", fund.get());
        model.put("transfer", transfers.forLoan(file.loan().number(), Dong.of(file.toAskFor())).orElse(null));
        model.put("overdue", file.rows().stream().filter(row -> isOverdue(file, row)).toList());
        model.put("signatures", List.of(Signature.sealed("servicing.print.director", null)));
        return model;
    }

    private static boolean isOverdue(LoanFile file, RowPosition row) {
        return row.isUnpaid() && row.dueOn().isBefore(file.asOf());
    }
}
