package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.cooperatives.BorrowerView;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.documents.Attachments;
import vn.coopfund.documents.NumberSeries;
import vn.coopfund.documents.PrintedForms;
import vn.coopfund.documents.Signature;
import vn.coopfund.money.AmountInWords;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.RepaymentSchedule;
import vn.coopfund.schedule.RowPosition;

/** The annex to the credit contract (phụ lục hợp đồng): numbered, with the schedule that holds from now on. */
@Component
class Annexes {

    static final String KIND = "CONTRACT_ANNEX";
    private static final String SYMBOL = "PLHĐ-QHTX";

    private final NumberSeries numbers;
    private final PrintedForms forms;
    private final Attachments attachments;
    private final Borrowers borrowers;
    private final BusinessDay businessDay;

    Annexes(NumberSeries numbers, PrintedForms forms, Attachments attachments, Borrowers borrowers,
            BusinessDay businessDay) {
        this.numbers = numbers;
        this.forms = forms;
        this.attachments = attachments;
        this.borrowers = borrowers;
        this.businessDay = businessDay;
    }

    String nextNumber(LocalDate on) {
        return numbers.nextWritten(SYMBOL, on.getYear());
    }

    void issue(Loan loan, RestructureRequest request, LoanPosition before, LoanPosition after) {
        store(loan, request.annexNumber(), after.day(), "servicing/print/annex", model(request, before, after));
    }

    /** As it is to be signed, before it takes effect. */
    byte[] draft(Loan loan, RestructureRequest request, LoanPosition before, LoanPosition after) {
        return print(loan, request.annexNumber(), after.day(), "servicing/print/annex", model(request, before, after));
    }

    private static Map<String, Object> model(RestructureRequest request, LoanPosition before, LoanPosition after) {
        Map<String, Object> model = new HashMap<>();
        model.put("request", request);
        model.put("terms", request.terms());
        model.put("why", request.reason());
        model.put("outstanding", Dong.of(after.principalOutstanding()));
        model.put("words", AmountInWords.WITH_LE.of(after.principalOutstanding()));
        model.put("before", toCome(before));
        model.put("after", toCome(after));
        return model;
    }

    /** Of due dates agreed anew before any money left; answers its number. */
    String issue(Loan loan, LocalDate firstDueWas, RepaymentSchedule before, RepaymentSchedule after) {
        LocalDate today = businessDay.today();
        String number = nextNumber(today);
        store(loan, number, today, "servicing/print/new-dates", new HashMap<>(Map.of("was", firstDueWas,
                "before", before.rows(), "after", after.rows())));
        return number;
    }

    private void store(Loan loan, String number, LocalDate on, String form, Map<String, Object> model) {
        attachments.store(loan.subject(), KIND, filename(number), print(loan, number, on, form, model));
    }

    private byte[] print(Loan loan, String number, LocalDate on, String form, Map<String, Object> model) {
        BorrowerView borrower = borrowers.byId(loan.borrowerId());
        model.put("number", number);
        model.put("date", on);
        model.put("loan", loan.view());
        model.put("borrower", borrower);
        model.put("registration", borrowers.forPaper(borrower.id()).number());
        model.put("signatures", List.of(Signature.sealed("servicing.print.borrower", borrower.representativeName()),
                Signature.sealed("servicing.print.director", null)));
        return forms.pdf(form, model);
    }

    static String filename(String number) {
        return "phu-luc-" + number.replace('/', '-') + ".pdf";
    }

    /** What still asks for something. */
    private static List<RowPosition> toCome(LoanPosition position) {
        return position.rows().stream().filter(row -> row.isUnpaid() || row.dueOn().isAfter(position.day()))
                .filter(row -> row.payment() > 0).toList();
    }
}
